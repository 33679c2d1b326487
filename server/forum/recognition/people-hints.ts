/** What is said of people before and behind their names. Every pattern is for the text right before or right behind. */

const PEOPLE =
  "(?:Antragsteller|ASt\\.?|Ast\\.?|Kund|Mieter|Untermieter|Vermieter|Hauptmieter|Bewohner|Mitbewohner|Eigentümer|Bürger|Klient|Mandant|Patient|Schuldner|Gläubiger|Kläger|Widerspruchsführer|Zeug|Nachbar|Betreuer|Bevollmächtigt|Ansprechpartner|Anrufer|Lebensgefährt|Partner|Ehegatt|Leistungsempfänger|Leistungsberechtigt|Versichert|Betroffen|Verstorben|Ratsuchend|Erblasser|Halter|Rentner|Student|Auszubildend|Kolleg|Sachbearbeiter|Dolmetscher|Zahlungsempfänger|Kontoinhaber)"
const FORMS = "(?:innen|in|e[rnms]?|es|n|s)?(?:[/:*_]-?(?:innen|in|n|e|r))?"
/** Right before a name: "Antragstellerin", "Name:", "namens", "wohnhaft bei". */
export const TITLED = new RegExp(
  `(?:(?<![\\p{L}])(?:${PEOPLE}${FORMS}|Ehefrau|Ehemann|Witwe|Witwer|[Vv]erwitwete|[Gg]eschiedene|[Gg]eborene[rn]?|geb\\.|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Oma|Opa|Kind|Tante|Onkel|Neffe|Nichte|Enkel(?:in)?|Mündel))[ ]{0,2}:?[ ]\\(?$`,
  "u",
)
export const LABELLED =
  /(?<![\p{L}])(?:(?:Vor|Nach|Familien|Geburts|Ruf|Ehe)?[Nn]ame[n]?|Betreff|Betrifft|Person|Fall|Akte|Gespräch mit|Telefonat mit|Anruf von|Rückruf(?: bei| an)?|Vorsprache(?: von)?|Antrag (?:von|des|der)|Widerspruch von|Schreiben von|Mail von|Brief von|Post von|Vermerk zu|Bescheid an|Vollmacht für|Vollmacht von|Akte von|namens|heißt|hieß|[Ii]ch bin|Beistand|Rechtsanwalt|Rechtsanwältin|RAin|RA|Beschwerde von|Konto von|Fall von|Sache|In Sachen|z\. ?Hd\. ?(?:v\.)?|c\/o|p\.A\.)[ ]?:?[ ]$|(?:^|\n)[ >*]*(?:Von|An|Cc|CC|Kopie|From|To|Absender):\*?[ ]$|(?:^|\n)>{2,3}[ ]?"?$/u
export const SPOKEN_WITH = /(?<![\p{L}])(?:mit|bei|von|durch)[ ]$/u
export const SPOKE =
  /^[ ](?:\([^)\n]{0,30}\)[ ])?(?:(?:heute|gestern|vorhin|eben|gerade|am|bereits|schon|kurz|lange|länger|mehrfach|nochmals|erneut|wieder|darüber|dazu|persönlich|telefonisch|\d[\d.:]*|Uhr|um|zu|noch|einmal|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)[ ]){0,5}(?:telefoniert|gesprochen|gechattet|geschrieben|vereinbart|abgesprochen|geklärt|besprochen|angerufen|telefonieren|sprechen|telefonierte|sprach|verheiratet|getrennt|zusammen|nachgefragt|nachfragen|anrufen|melden|nachhaken|rückversichern|erreicht|abgeholt|beantragt|eingereicht|unterschrieben|gemeldet|wohnt|zusammenlebt)(?!\p{L})/u
export const DID =
  /^[ ](?:(?:hat|hatte|habe|haben|will|wollte|möchte|soll|kann|wird)[ ](?:[\p{Ll}\d][\p{Ll}\d.:]{0,14}[ ]){0,6}(?:angerufen|telefoniert|anrufen|vorgesprochen|zurückgerufen|zurückrufen|angefragt|nachgefragt|gefragt|geschrieben|mitgeteilt|gemailt|beantragt|eingereicht|vorgelegt|unterschrieben|vorbeigekommen|widersprochen|gekündigt|geklagt|gemeldet|umgezogen|ausgezogen|eingezogen|geheiratet|geboren)(?!\p{L})|(?:rief|ruft|meldete sich|meldet sich|telefonierte|sprach|wohnt|wohnte|lebt|lebte|zog|zieht|schrieb|schreibt|teilte|teilt|gab|legte|reichte|beantragt|beantragte|bat|bittet|fragt|fragte|wünscht|erschien|kam|ist|wurde|war)[ ](?:[\p{Ll}\d\p{Lu}][\p{L}\d.,:]{0,18}[ ]){0,6}?(?:an|zurück|vor|ein|mit|um|wohnhaft|gemeldet|geboren|verstorben|verheiratet|umgezogen|ausgezogen|eingezogen|erschienen|angerufen|verzogen|aus|telefonisch|heute|bei uns|in der|hier)(?![\p{L}])|,? (?:wohnhaft|geboren|geb\.|verstorben|verheiratet|verwitwet|geschieden|gemeldet|derzeit wohnhaft|zurzeit wohnhaft|zuletzt wohnhaft)(?!\p{L}))|^[ ]?(?:,[ ])?\(?(?:geb\.|geboren|\*[ ]?\d|wohnhaft|Tel\.|Telefon|Jahrgang)|^[ ]wohnhaft/u
/** Somewhere near: enough where it is certainly a name. */
export const NEAR =
  /telefon|anruf|angerufen|\brief\b|\bruft\b|gesproch|wohnhaft|\bwohnt|\bwohnte|geboren|\bgeb\.|verstorben|verheiratet|geschieden|verwitwet|gemeldet|erreichbar|rückruf|zurückruf|zurückgerufen|beantragt|antragstell|kundin|\bkunde|anschrift|adresse|ausweis|betreut|umgezogen|eingezogen|ausgezogen|\bzieht\b|\blebt\b|mieter|haushaltsmitglied|bescheid an|ehefrau|ehemann|tochter|\bsohn\b|mutter|vater|konto|überwiesen|unterschrieb|eingereicht|vollmacht|schrieb|mailte|meldet|namens|heißt|\bkind\b|rente|einkommen|verdient|arbeitet|\biban\b|widerspruch|antrag|akte\b|bescheid|\bname\b|\bheiß|zahlung|betreff|geantwortet|gefragt|bewilligt|abgelehnt|liegt|\bvor\b|eingegangen|beschwert|bittet|bat\b|nachzahlung/iu
/** Right beside a name that is no word of the language: "Akte Kaczmarowski", "Anruf Kaczmarowski". */
export const CLOSE =
  /\btelefon|\banruf|angerufen|\brief |\bruft |rückruf|wohnhaft|\bwohnt|geboren|\bakte |\bantrag |\bfall |vorgesprochen|gesprochen|\bkund|antragstell|\bmieter/iu
/** A name of the street, the law or the house, not of a person. */
export const NOT_OF_A_PERSON =
  /^-|^(?:straße|str\.|weg|platz)|^(?:\s\p{Lu}[\p{L}-]+)?\s(?:GmbH|gGmbH|AG|SE|KG|OHG|UG|e\.\s?V\.)(?!\p{L})|^(?:\sKing)?\s(?:Stiftung|Verlag|Straße|Str\.|Platz|Allee|Weg|Haus|Schule|Oberschule|Grundschule|Realschule|Gesamtschule|Berufskolleg|Kolleg|Gymnasium|Institut|Gesellschaft|Preis|Medaille|Saal|Halle|Park|Kirche|Gemeinde|Kita|Kindergarten|Krankenhaus|Klinik|Klinikum|Hospital|Hospiz|Heim|Stift|Apotheke|Zentrum|Universität|Hochschule|Akademie|Bibliothek|Museum|Programm|Siedlung|Ring|Brücke)(?!\p{L})/u
/** "Raum Sophie Scholl", "Haus Elisabeth Selbert" */
export const IN_THE_NAME_OF =
  /(?<!\p{L})(?:Saal|Raum|Haus|Schule|Sankt|St\.|Stiftung|Gymnasium|Institut|Platz|Schiff|Preis)\s["']?$/u

/** "SGB X. Maßgeblich": no initial. */
export const NUMBERED = /(?:SGB|Abs\.|Nr\.|Buchst\.|Buchstabe|Teil|Klasse|Stufe|Anlage|§)\s$/

/** "Kind Kindergarten Platz" is no name. */
export const KIN = /(?:Kind|Sohn|Tochter|Mutter|Vater|Bruder|Schwester|Oma|Opa|Tante|Onkel)[ ]{0,2}:?[ ]$/
/** What one does with people: "mit Kaczmarowski telefoniert". */
export const TALKED =
  /^[ ](?:(?:heute|gestern|vorhin|kurz|lange|mehrfach|nochmals|erneut|darüber|dazu|persönlich|am|um|\d[\d.:]*|Uhr)[ ]){0,5}(?:telefoniert|gesprochen|telefonieren|sprechen|telefonierte|gechattet|verheiratet)(?!\p{L})/u
/** Hardly said of anything but a person. */
export const CALLED =
  /^[ ](?:(?:hat|hatte|habe)[ ](?:[\p{Ll}\d][\p{Ll}\d.:]{0,14}[ ]){0,6}(?:angerufen|telefoniert|vorgesprochen|zurückgerufen)(?!\p{L})|(?:rief|ruft)[ ](?:[\p{Ll}\d][\p{L}\d.:]{0,14}[ ]){0,6}(?:an|zurück)(?!\p{L})|,? ?(?:wohnhaft|geb\.[ ]\d|geboren am))/u

/** Behind these stands what somebody or something is called. */
export const IS_NAMED =
  /(?<!\p{L})(?:heißt|hieß|heiße|heißen|heisst|hiess|namens|genannt|[Nn]amens|mit (?:dem |den )?(?:Vor|Ruf|Nach)?[Nn]amen|(?:[Vv]or|[Rr]uf)?[Nn]ame (?:ist|lautet|war)|nennt (?:sich|ihn|sie))(?: (?:mit Vornamen|jetzt|auch|nun|übrigens|wohl|wirklich))?:?[ ]["']?$/u
/** "ein Mann namens", "die Kundin mit Namen" */
export const NAMES_A_PERSON =
  /(?:Mann(?:es)?|Frau|Herrn?|Dame|Person|Kind(?:es)?|Sohn(?:es)?|Tochter|Junge[n]?|Mädchen|Nachbar(?:n|in)?|Kund(?:en?|in)|Bürger(?:s|in)?|(?:\p{L}*[Mm]ieter|Antragsteller|Betreuer|Anrufer|Partner|Kläger|Bewohner|Zeug|Student|Schüler|Freund|Kolleg|Mitarbeiter|Sachbearbeiter)(?:s|e|en|in)?|Anw(?:alt|ältin)|Bruder|Schwester|Mutter|Vater|Baby|Säugling)[ ](?:namens|mit (?:dem )?(?:Vor|Ruf|Nach)?[Nn]amen)[ ]["']?$|(?<!\p{L})(?:[Mm]ein|[Ii]hr|[Ss]ein) (?:Vor|Nach|Familien)?[Nn]ame (?:ist|lautet|war)[ ]["']?$/u
/** "ein Verfahren namens Lisa", "ein Hund, der Max heißt" */
export const NAMES_A_THING =
  /(?:Verfahren|Software|Programm|Projekt|Portal|App|Anwendung|Tool|System|Dienst|Schiff|Hund|Katze|Kater|Pferd|Tief|Hoch|Orkan|Sturmtief|Einrichtung|Gaststätte|Verein)[ ,](?:[^.\n]{0,20}[ ])?(?:namens|mit (?:dem )?[Nn]amen|heißt|hieß|genannt)[ ]["']?$/u
/** "Petra heißt sie", "Petra genannt" */
export const IS_NAMED_BEHIND =
  /^["']?[ ](?:(?:heißt|hieß|heisst) (?:sie|er|das Kind|die|der|unsere?|ihre?|seine?|meine?)(?!\p{L})|genannt(?!\p{L}))/u
