/** Surnames that a hint is enough for, and how others look: "Kaczmarowski", "Yıldırım", "Nguyễn". */
export const looksLikeSurname = (word: string): boolean => {
  const name = word.replace(/['’]?s$/, "")
  const parts = name.split("-")
  return (
    SURNAMES.has(word) ||
    SURNAMES.has(name) ||
    SHAPE.test(word) ||
    FOREIGN.test(word) ||
    (parts.length === 2 && parts.every((part) => SURNAMES.has(part) || SHAPE.test(part)))
  )
}

/** A surname that is nothing else: "Kaczmarowski", but not "Koch" and "Sommer". */
export const isNoWord = (word: string): boolean =>
  looksLikeSurname(word) &&
  !WORDS_TOO.test(word.replace(/s$/, "")) &&
  !/(?:mann|stein|bauer|hammer)s?$/.test(word)

const WORDS_TOO =
  /^(?:Schneider|Fischer|Weber|Schäfer|Bauer|Koch|Richter|Klein|Wolf|Schwarz|Braun|Zimmermann|Lange?|König|Kaiser|Fuchs|Weiß|Jung|Hahn|Vogel|Keller|Berger|Winkler|Schuster|Winter|Kraus|Stein|Jäger|Sommer|Groß|Schreiber|Graf|Ziegler|Engel|Horn|Sauer|Fink|Schindler|Ritter|Nagel|Stahl|Blum|Bader|Gärtner|Geiger|Heller|Rose|Singer|Stark|Urban|Wirth|Bayer|Adam|Kara|Can|Sari|Tas|Gül|Lam|Mai|Dao|Cao|Le|Vo|Do|Ly|Li|Wu|Park|Lee|Kiss|Stan|Popa|Costa|Bruno|Romano|Santos|Martin|Simon|Werner|Walter|Otto|Ernst|Franz|Frank|Thomas|Arnold|Paul|Fritz|Heinz|Brandenburg|Kessel|Muster|Beispiel|Unger|Roth|Marx|Pohl|Kruse|Beyer|Moser|Smit|Begum|Safi|Kim|Farah|Salem|Abdi|Kone|Diop)$/

/** Endings that German nouns do not have. */
const SHAPE =
  /^\p{Lu}\p{L}{1,}(?:ski|ska|sky|cki|cka|dzki|wicz|witz|itzki|czyk|czak|iak|ović|ovic|evic|ević|enko|chuk|tschuk|yuk|oglu|oğlu|yan|janc?|adze|shvili|opoulos|idis|akis|escu|eanu|ström|sson|quist|datter|kötter|huber|hofer|meier|meyer|maier|mayer|mayr|müller|schmidt|schmitt|mann|hoff|witzki|zadeh|zade|pour|khel|ullah|uddin|ova|eva|kova|kov|nov|rov|lov|iew|jew)$|^(?:Mc|Mac(?=\p{Lu})|O'|D'|Dell'|Al-|El-|Abu |Ben-|Ibn )\p{Lu}?\p{L}+/u
/** Letters that only names bring into a German text. */
const FOREIGN =
  /^\p{Lu}?[\p{L}'-]*[çğşıłńśźżčćšžđěřůťňňőűăâîțșéèêëáàãåøæíìîïóòõôúùûýñÇĞŞİŁŃŚŹŻČĆŠŽĐĚŘŮŐŰ\u1E00-\u1EFF]/u

const SURNAMES = new Set(
  `Müller Schmidt Schmitt Schmitz Schneider Fischer Weber Meyer Meier Maier Mayer Wagner Becker Schulz Schulze Schultz Hoffmann
  Hofmann Schäfer Schaefer Bauer Koch Richter Klein Wolf Wolff Schröder Schroeder Neumann Schwarz Braun Zimmermann Krüger
  Krueger Hartmann Lange Lang Werner Krause Lehmann Schmid Köhler Koehler Herrmann Hermann Walter König Koenig Mayr Huber
  Kaiser Fuchs Peters Scholz Möller Moeller Weiß Weiss Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler
  Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger
  Otto Sommer Groß Gross Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch
  Bergmann Thomas Voigt Sauer Arnold Pfeiffer Ernst Lindner Hübner Kramer Franz Beyer Wolter Thiel Riedel Fink Moser Schindler
  Nowak Kowalski Kowalczyk Wójcik Wisniewski Wiśniewski Kaminski Kamiński Lewandowski Zielinski Szymanski Wozniak Dabrowski
  Kozlowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawlowski Michalski Nowicki Adamczyk Dudek Zajac Wieczorek Jablonski
  Krol Majewski Olszewski Jaworski Malinowski Pawlak Witkowski Walczak Stepien Gorski Rutkowski Sikora Baran Duda Szewczyk
  Yilmaz Yılmaz Kaya Demir Celik Çelik Sahin Şahin Yildiz Yıldız Yildirim Yıldırım Öztürk Oeztuerk Ozturk Aydin Aydın Özdemir
  Ozdemir Arslan Dogan Doğan Kilic Kılıç Aslan Cetin Çetin Kara Koc Koç Kurt Özkan Simsek Şimşek Polat Korkmaz Erdogan Erdoğan
  Yavuz Can Acar Aktas Aktaş Güler Yalcin Yalçın Günes Güneş Bozkurt Ates Ateş Keskin Kaplan Unal Ünal Turan Gül Özcan Avci
  Avcı Tekin Bulut Akin Akın Karaca Tas Taş Isik Işık Demirci Toprak Uysal Yüksel Kocak Koçak Coskun Coşkun Sari Sarı
  Nguyen Tran Pham Le Vu Vo Do Hoang Huynh Phan Dang Bui Ngo Duong Ly Truong Dinh Trinh Doan Lam Mai Dao Cao
  Petrov Ivanov Popov Smirnov Kusnezow Sokolow Popovic Nikolic Jovanovic Petrovic Markovic Hodzic Krasniqi Gashi Berisha
  Hoxha Shala Morina Bytyqi Popescu Ionescu Popa Stan Horvath Nagy Kovacs Toth Szabo Varga Kiss Molnar Novak Svoboda Dvorak
  Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Silva Santos Ferreira Pereira
  Oliveira Costa Rodrigues Martins Sousa Fernandes Garcia Martinez Lopez Sanchez Perez Gonzalez Rodriguez Fernandez
  Papadopoulos Georgiou Haddad Khoury Hussein Hassan Ahmad Ahmed Mohamed Mohammed Mahmoud Ibrahim Khalil Salem Saleh Mustafa
  Hamid Rahimi Ahmadi Mohammadi Hosseini Karimi Rezaei Amiri Sharifi Noori Safi Azizi Haidari Sultani Osman Abdi Warsame Farah
  Tesfaye Haile Kidane Gebre Okafor Mensah Traore Diallo Diop Keita Kone Singh Kumar Sharma Khan Malik Hussain Begum Chen Wang
  Li Zhang Liu Yang Huang Wu Zhou Kim Park Lee Choi Smith Johnson Williams Brown Jones Miller Davis Jansen Janssen Hansen
  Petersen Jensen Nielsen Olsen Larsen Bakker Visser Smit Mulder Dijkstra Mustermann Musterfrau Muster Beispiel Kaczmarek
  Tomczak Wagenknecht Stoltenberg Böttcher Schütte Lüdtke Schwabe Rademacher Kruse Behrens Ahrens Carstens Lüders Harms
  Reimers Brandenburg Hinrichs Claußen Lorenzen Thomsen Steffen Eggers Dreyer Wendt Bartels Kessler Kessel Ulrich
  Schiller Seifert Schilling Naumann Kirchner Fiedler Ritter Lutz Nagel Zander Barth Hein Reuter Heinz Bayer Wirth Adam
  Stahl Fritz Blum Wenzel Bader Ebert Eckert Gärtner Götz Geiger Heller Kunz Marx Noack Oswald Paul Pfeifer Rau
  Reinhardt Rose Sander Schaller Singer Stark Steiner Strauß Straub Unger Urban Weidner Wenz Wiese Witt Wolters Zeller`.split(
    /\s+/,
  ),
)
