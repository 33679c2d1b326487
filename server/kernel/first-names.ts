/** Of one with hyphens the first part counts: "Karl-Otto". Runs in the browser, too. */
export const isFirstName = (word: string): boolean => FIRST_NAMES.has(word.split("-")[0] ?? "")

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
