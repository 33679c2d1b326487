"""What libical, the library of Evolution, KOrganizer and Thunderbird, finds wrong with a calendar: a line each."""
import ctypes
import ctypes.util
import sys

library = ctypes.CDLL(ctypes.util.find_library("ical"))
library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
library.icalparser_parse_string.restype = ctypes.c_void_p
library.icalrestriction_check.argtypes = [ctypes.c_void_p]
library.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
library.icalcomponent_as_ical_string.restype = ctypes.c_char_p

with open(sys.argv[1], "rb") as file:
    calendar = library.icalparser_parse_string(file.read())
if calendar is None:
    print("not a calendar")
else:
    # Both what a component must have by its method (RFC 5546) and what could not be read (RFC 5545).
    is_allowed = library.icalrestriction_check(calendar)
    if not is_allowed or library.icalcomponent_count_errors(calendar) > 0:
        text = library.icalcomponent_as_ical_string(calendar).decode()
        for line in text.replace("\r\n ", "").splitlines():
            if line.startswith("X-LIC-ERROR"):
                print(line)
        print("refused")
