/** Finds names behind "Herr", "Frau", "Familie", "Eheleute", and first names behind "Sohn", "Kind", "Antragsteller". */
export function* findNames(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(SALUTATION)) {
    const start = match.index + match[0].length
    const end = readName(text, start, !isKinship(match[1] ?? ""))
    if (end > start) yield { start, end }
  }
}

const SALUTATION =
  /(?<![\p{L}\d-]|bis )(Herrn?|Frau|Hr\.?|Fr\.|Frl\.|Fam\.|Familie|Eheleuten?|Ehepaar|Antragsteller(?:in)?|Mieter(?:in)?|Vermieter(?:in)?|Kund(?:e|in)|Sohn|Söhnen?|Tochter|Töchtern?|Kind|Kindern?|Vater|Mutter|Ehemann|Ehefrau|Bruder|Schwester|Oma|Opa)(?:[ \t\u00a0]{1,2}(?:\r?\n)?|\r?\n)(?=\p{L})/gu

const isKinship = (word: string) => !/^(?:H|Fr|Fam|Eheleu|Ehepaar)/.test(word)

const WORD = /[\p{L}\p{M}]+(?:['’.]?[\p{L}\p{M}]+)*(?:-\p{L}[\p{L}\p{M}'’]*)*\.?/uy
/** A name may go on in the next line, but not in the next paragraph. */
const SPACE = /[ \t\u00a0]{1,2}(?:\r?\n)?|\r?\n/uy
const PARTICLE = /^(?:von|van|de|der|den|dem|zu|el|al|di|da|del|dos|ten|ter|le|la|ibn|bin|abu)$/
const FIRST_PARTICLE =
  /^(?:[Vv]on|[Vv]an|[Dd]e|zu|[Ee]l|[Aa]l|[Dd]i|[Dd]a|[Dd]el|[Dd]os|[Tt]en|[Tt]er|[Ll]e|[Ll]a|[Ii]bn|[Bb]in|[Bb]en|[Aa]bu|[Aa]bd|[Mm]ac)$/
const TITLE =
  /^(?:Dr|Prof|Dipl|Ing|med|jur|phil|rer|nat|pol|h|c|RA|RAin|Mag|Doktor|Professor(?:in)?|Rechtsanw(?:alt|ältin)|Bürgermeister(?:in)?|Sachbearbeiter(?:in)?|Kolleg(?:e|en|in)|\p{Lu}\p{L}*(?:leiter|rat|rätin|inspektor|inspektorin|sekretär|sekretärin|leiterin|berater|beraterin))\.?$/u

/** Reads on as long as it is a name: titles, "von der", first names, one surname. Gives the place where it ends. */
function readName(text: string, start: number, mayBeSurname: boolean): number {
  let at = start
  let end = start
  let hasParticle = false
  for (let count = 0; count < 8; count++) {
    const word = match(WORD, text, at)
    if (word === "") return end
    const next = at + word.length
    if (hasParticle ? PARTICLE.test(word) : FIRST_PARTICLE.test(word)) hasParticle = true
    else if ((word === "und" || word === "u.") && end > start) mayBeSurname = false
    else if (isInitial(word)) mayBeSurname = true
    else if (isFirstName(word)) {
      end = next
      mayBeSurname = true
    } else if (!TITLE.test(word)) return mayBeSurname && isSurname(word) ? at + bare(word).length : end
    const space = match(SPACE, text, next)
    if (space === "") return end
    at = next + space.length
  }
  return end
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ""
}

/** Not the full stop at the end of the sentence. */
const bare = (word: string) => word.replace(/[.'’]+$/, "")

/** "Frau A." alone is no name any more, but "Frau A. Müller" is one. */
export const isInitial = (word: string) => /^\p{Lu}\.?$/u.test(word)

export const isFirstName = (word: string) => FIRST_NAMES.has(word.split("-")[0] ?? "")

export function isSurname(word: string): boolean {
  const name = bare(word)
  const isCapital = /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(name) && !/^\p{Lu}{2,3}(?![\p{L}])/u.test(name)
  return isCapital && !NO_NAMES.has(name) && !NO_NAME_ENDINGS.test(name)
}

/** Nouns that stand behind "Frau" and "Herr" in our texts: "Hat die Frau Anspruch ...?" */
const NO_NAMES = new Set(
  `Anspruch Ansprüche Antrag Anträge Arbeit Arbeitslosengeld Auskunft Ausbildung Auszug BAföG Bafög Bedarf Beleg Belege
  Bescheid Bescheide Bürgergeld Eigentum Einkommen Einkünfte Eltern Ende Familie Frau Frist Frauen Geld Geburt
  Grundsicherung Hartz Hause Haushalt Herr Herren Herrn Hilfe Job Jobcenter Kind Kinder Kindern Krankengeld Mann Männer
  Miete Minijob Mitte Anfang Montag Dienstag Mittwoch Donnerstag Freitag Januar Februar März April Mai Juni Juli August
  September Oktober November Dezember Nachweis Nachweise Name Person Personen Post Rente Rücksicht Sozialhilfe Termin Umzug
  Unterhalt Unterlagen Urlaub Vermögen Vollmacht Widerspruch Wohngeld Wohnung Zuschuss Zuschüsse Zuschlag Schulden
  Antragsteller Antragstellerin Mieter Mieterin Vermieter Vermieterin Kollege Kollegin Kollegen Kolleginnen Partner
  Partnerin Studentin Student Auszubildende Rentnerin Rentner Ministerin Minister Präsidentin Präsident Vorsitzende
  Direktorin Direktor Doktor Professorin Professor Ratsuchende Leistungen Alleinerziehende Ex Elterngeld Elternzeit
  Kindergeld Kinderzuschlag Pflegegeld Mutterschutz Deutsche Deutscher Mutter Vater Sohn Tochter Witwe Witwer`.split(
    /\s+/,
  ),
)
const NO_NAME_ENDINGS =
  /(?:.{5}ung(?:en)?|heit|keit|schaft|tion(?:en)?|.{2}geld|zeit|rente|antrag|bescheid|hilfe|pflicht|kosten|beitrag|stelle|bezug|einkommen|unterhalt|leistung(?:en)?|mitglied(?:er)?|bearbeiter(?:in)?|nehmer(?:in)?|steller(?:in)?|berechtigte[rn]?|leiter(?:in)?|berater(?:in)?|minister(?:in)?|beamt(?:er|in)|meister(?:in)|ansprüche?|verhältnis|vertrag|nachweise?|zuschlag|entgelt)$/i

/** Only behind a first name is the next word a surname for certain, else it may be any noun. */
const FIRST_NAMES = new Set(
  `Abdul Abdullah Achim Adam Adelheid Adem Adrian Agnes Ahmad Ahmed Ahmet Aicha Aileen Ala Albert Aleksandra Alex
  Alexa Alexander Alexandra Alfred Ali Alice Alina Aliya Amelie Amin Amina Amir Amira Ana Anastasia Andre André Andrea
  Andreas Andrej Andrzej Anette Angela Angelika Anita Anja Anke Ann Anna Anne Annegret Anneliese Annette Annika Anton
  Antonia Antonio Ariane Arne Artur Ayla Aylin Ayşe Ayse Aziz Barbara Bärbel Bastian Beate Beatrix Ben Benjamin Berit
  Bernd Bernhard Bert Berta Bettina Bianca Birgit Björn Bogdan Brigitte Bruno Burak Can Carina Carl Carla Carlos Carmen
  Carola Carolin Caroline Carsten Cem Cengiz Charlotte Chiara Christa Christel Christian Christiane Christina Christine
  Christoph Christopher Clara Claudia Claus Cornelia Cristina Dagmar Daniel Daniela Danuta Dariusz David Deniz Denis
  Dennis Derya Detlef Diana Dieter Dietmar Dimitri Dirk Dmitri Dominik Doris Dorothea Dunja Edeltraud Edith Eduard
  Ekaterina Elena Elfriede Elias Elif Elisa Elisabeth Elke Ella Ellen Elvira Emil Emilia Emily Emine Emma Emre Enes Eric
  Erich Erik Erika Erna Esra Esther Eugen Eva Ewa Eyüp Fabian Fatima Fatma Felix Ferdinand Finn Florian Frank Franz
  Franziska Frauke Frederik Frieda Friedrich Fritz Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd Gerda Gerhard
  Gertrud Gisela Gregor Greta Gudrun Guido Günter Günther Gülsen Gustav Habib Hakan Halina Hamza Hanna Hannah Hannelore
  Hannes Hans Harald Hartmut Hasan Hassan Hatice Hedwig Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helmut
  Hendrik Henrik Henry Herbert Hermann Hilde Hildegard Holger Horst Hubert Hüseyin Hussein Ibrahim Ida Ilona Ilse
  Imke Ines Inga Inge Ingeborg Ingo Ingrid Irena Irene Irina Iris Irma Ivan Iwona Jaan Jacob Jacqueline Jakob Jamal Jan
  Jana Janina Jannik Jasmin Jennifer Jens Jessica Joachim Jochen Johann Johanna Johannes John Jolanta Jonas Jonathan Jörg
  José Josef Joseph Josefine Judith Jule Julia Julian Juliane Jürgen Justus Jutta Kai Karim Karin Karina Karl Karla
  Karolina Karsten Katarzyna Katharina Kathrin Katja Katrin Kemal Kerstin Kevin Khaled Khalid Kilian Kirsten Klara Klaus
  Konrad Konstantin Kornelia Krystyna Kurt Lara Larissa Lars Laura Layla Lea Lena Leni Leo Leon Leonie Leyla Lina Linda
  Linus Lisa Liselotte Lothar Louis Louisa Luca Lucas Luis Luisa Lukas Lydia Magdalena Mahmoud Maike Maja Malgorzata
  Małgorzata Manfred Manuel Manuela Marc Marcel Marco Marek Margarete Margit Margot Margret Maria Mariam Marianne Marie
  Marina Mario Marion Marius Mariusz Markus Marlene Marlies Marta Martha Martin Martina Marvin Mary Maryam Mathias
  Mathilda Matthias Maurice Max Maximilian Mehmet Melanie Melek Mert Meryem Michael Michaela Michel Mila Milan Miriam
  Mirko Mohamed Mohammad Mohammed Monika Moritz Murat Mustafa Nadine Nadja Natalia Natalie Natascha Nele Nicholas Nick
  Nico Nicola Nicole Niklas Nikolaus Nils Nina Noah Nora Norbert Nour Nur Oksana Olaf Ole Oleg Olena Olga Oliver Olivia
  Omar Ömer Orhan Oskar Oswald Otto Özlem Pascal Patricia Patrick Paul Paula Pauline Pedro Peer Peter Petra Philipp
  Philip Pia Piotr Rabea Raimund Rainer Ralf Ralph Ramona Raphael Rebecca Regina Reinhard Reinhold Renate Rene René
  Reza Ricarda Richard Rita Robert Roland Rolf Roman Romy Ronald Ronja Rosa Rosemarie Rosi Roswitha Rüdiger Rudi Rudolf
  Ruth Sabine Sabrina Said Saleh Salim Samira Samuel Sandra Sara Sarah Sascha Sebastian Selin Selma Serap Sergej Serkan
  Sibylle Siegfried Sigrid Silke Silvia Simon Simone Sina Sofia Sofie Sonja Sophia Sophie Stanislav Stefan Stefanie
  Steffen Stephan Stephanie Susanne Svenja Svetlana Swen Sven Sylvia Tamara Tanja Tarek Tatjana Thea Theo Theodor
  Theresa Therese Thomas Thorsten Tim Timo Tina Tobias Tom Tomasz Torben Torsten Traudel Udo Ulf Uli Ulrich Ulrike Ursel
  Ursula Uschi Ute Uwe Valentin Valentina Vanessa Vera Verena Veronika Viktor Viktoria Vincent Viola Volker Volodymyr
  Waltraud Walter Walther Werner Wiebke Wilfried Wilhelm Wilhelmine Willi Wladimir Wolfgang Yannick Yasemin Yasin Yasmin
  Youssef Yusuf Yvonne Zehra Zeynep Agathe Agnieszka Alfons Alois Aloisia Amalie Annemarie Apollonia Augustine
  Balthasar Beata Benedikt Berthold Bożena Burkhard Carmela Cäcilia Christof Damian Dawid Dorota Dragan Edelgard Edeltraut Egon
  Elfi Elżbieta Emilie Engelbert Ernestine Erwin Eugenie Evelyn Ewald Fadi Farid Fatemeh Fjodor Frida Friederike Gerlinde
  Gerolf Gertraud Giovanni Giulia Giuseppe Gottfried Goran Grete Günay Hamid Hannelies Hans-Peter Hassina Hedda Heidemarie
  Heidi Heidrun Hermine Hildegund Ignaz Ildikó Imre Irmgard Irmtraud Isabel Isabella Isolde István Jadwiga Janusz Jerzy Josip
  Jovana Justyna Karl-Heinz Kaspar Korbinian Kreszenz Kreszentia Kunigunde Kuno Ladislaus Leonhard Leopold Lieselotte Lorenz
  Lothar Ludmila Ludwig Luise Luzia Magda Marija Markéta Maryna Mechthild Mechtild Mehdi Melina Milena Mirela Mohamad Nadia
  Natascha Nasrin Nikola Notburga Oleksandr Olha Ottilie Pavel Paweł Radmila Rahel Resi Rosina Rosalinde Rosmarie Rupert Salvatore
  Samir Sieglinde Siegmund Sigmund Slavica Sławomir Snežana Sławek Tadeusz Tetiana Theodora Traute Vesna Vinzenz Vasile
  Walburga Waldemar Waltraut Wanda Wiesław Xaver Yana Yuliia Zbigniew Zdenka Zofia Zoran Zoltán`.split(/\s+/),
)
