import type { Span } from "./addresses.ts"

/** Number plates of German cars, by the codes of the districts. Texts come folded. */
export function* findPlates(text: string): Generator<Span> {
  for (const match of text.matchAll(PLATE)) {
    const { district = "", letters = "", digits = "", mark = "" } = match.groups ?? {}
    const start = match.index
    if (!DISTRICTS.has(district) && !LABEL.test(text.slice(Math.max(0, start - 30), start))) continue
    const end = start + match[0].length
    const isNear = HINT.test(text.slice(Math.max(0, start - 50), end + 30))
    const isJoined = match[0].startsWith(`${district}-`)
    const isTelling = isJoined
      ? district.length + letters.length > 2 || digits.length > 2
      : digits.length > 2 || mark !== ""
    if (isNear || (isTelling && !NO_PLATE.test(match[0]))) yield { start, end }
  }
}

const PLATE =
  /(?<![\p{L}\d/.-]|§ )(?<district>[A-ZÄÖÜ]{1,3})(?:-| ?- ?| : | )(?<letters>[A-Z]{1,2})[ -]?(?<digits>[1-9]\d{0,3}) ?(?<mark>[EH]?)(?![\p{L}\d%€]|[/.,-]\d|\s?(?:Euro|EUR|Prozent))/gu
const LABEL = /kennzeichen(?:\s(?:lautet|ist))?[\s:]{0,3}$/i
const HINT =
  /kennzeichen|\bkfz|\bpkw|\blkw|\bauto|fahrzeug|\bwagen|zugelassen|zulassung|motorrad|anhänger|parkausweis|parkt|geparkt|bewohnerpark/i
/** Sections of laws, courts and norms that are written alike. */
const NO_PLATE =
  /^(?:[A-Z]{1,3}[ -](?:AT|EN|VO|RL|AS|KR|AY|SO|BL|AL|ZR|ZB|ZA|AZR|UF|WF|SF|CS|LC|LB|ME|EG|EU|IX|IV|VI|XI|II|V|X)\b|(?:DIN|EN|EU|ISO|WG|BG|OVG|VG|SG|LSG|BSG|AG|LG|OLG|AB|AM|IN|AN|IM|ZU|ES|SO|DO|ER|WER)[ ])/

const DISTRICTS = new Set(
  `A AA AB ABG ABI AC AE AH AIB AIC AK ALF ALZ AM AN ANA ANG ANK AÖ AP APD ARN ART AS ASL ASZ AT AU AUR AW AZ AZE B BA BAD
  BAR BB BBG BBL BC BCH BED BER BF BGD BGL BH BI BID BIN BIR BIT BIW BK BKS BL BLB BLK BM BN BNA BO BÖ BOG BOH BOR BOT BRA
  BRB BRG BRI BRK BRL BRV BS BSB BSK BT BTF BÜD BUL BÜR BÜS BÜZ BZ BZA C CA CAS CB CE CHA CLP CLZ CO COC COE CR CUX CW D DA
  DAH DAN DAU DB DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DS DT DU DÜW DW DZ E EA EB EBE EBN EBS ECK
  ED EE EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EUT EW F FB FD FDB FDS FEU FF FFB FG
  FI FKB FL FLÖ FN FO FOR FR FRG FRI FRW FS FT FTL FÜ FÜS FW FZ G GA GAN GAP GC GD GDB GE GEL GEM GEO GER GF GG GHA GHC GI
  GK GL GLA GM GMN GN GNT GÖ GOA GOH GP GR GRA GRH GRI GRM GRS GRZ GS GT GTH GÜ GUB GUN GV GVM GW GZ H HA HAB HAL HAM HAS
  HB HBN HBS HC HCH HD HDH HDL HE HEB HEF HEI HEL HER HET HF HG HGN HGW HH HHM HI HIG HIP HK HL HM HMÜ HN HO HOG HOH HOL HOM
  HOR HÖS HOT HP HR HRO HS HSK HST HU HV HVL HWI HX HY HZ IGB IK IL ILL IN IZ J JB JE JEV JL JÜL K KA KB KC KE KEH KEL KEM
  KF KG KH KI KIB KK KL KLE KLZ KM KN KO KÖN KÖT KÖZ KR KRU KS KT KU KÜN KUS KW KY KYF L LA LAN LAU LB LBS LBZ LC LD LDK LDS
  LEO LER LEV LF LG LH LI LIB LIF LIP LL LM LN LÖ LÖB LOS LP LR LRO LSA LSN LSZ LU LÜD LÜN LUP LWL M MA MAB MAI MAK MAL MAR
  MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH MHL MI MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS MSE MSH MSP
  MST MTK MTL MÜ MÜB MÜR MVL MW MY MYK MZ MZG N NAB NAI NAU NB ND NDH NE NEA NEB NEC NEN NES NEU NEW NF NH NI NK NL NM NMB
  NMS NÖ NOH NOL NOM NOR NP NR NRÜ NRW NT NU NVP NW NWM NY NZ OA OAL OB OBB OBG OC OCH OD OE OF OG OH OHA ÖHR OHV OHZ OK OL
  OP OPR OR OS OSL OTT OTW OVI OVL OVP OZ P PA PAF PAN PAR PB PCH PE PEG PER PF PI PIR PL PLÖ PM PN PR PRÜ PS PW PZ QFT QLB
  R RA RC RD RDG RE REG REH REI RG RH RI RID RIE RL RM RN RO ROD ROF ROH ROK ROL ROS ROT ROW RP RPL RS RSL RT RU RÜD RÜG RV
  RW RY RZ S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ SDH SDL SDT SE SEB SEE SEF SEL SFA SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG
  SIM SK SL SLE SLF SLK SLN SLS SLÜ SLZ SM SMÜ SN SO SOB SOG SOK SÖM SON SP SPB SPN SR SRB SRO ST STA STB STD STE STL STO SU
  SUL SÜW SW SWA SY SZ SZB TBB TDO TE TET TF TG THL THW TIR TO TÖL TP TR TS TT TÜ TUT UE UEM UER UFF UH UL UM UN USI V VAI VB
  VEC VER VG VIB VIE VIT VK VL VOH VR VS W WA WAF WAK WAN WAR WAT WB WBS WDA WE WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK
  WL WLG WM WMS WN WND WO WOB WOH WOL WOR WOS WR WRN WS WSF WST WSW WT WTM WÜ WUG WÜM WUN WUR WW WZ WZL X Y Z ZE ZEL ZI ZIG ZP
  ZR ZS ZW ZZ`.split(/\s+/),
)
