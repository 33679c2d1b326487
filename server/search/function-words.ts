/**
 * The words that only hold a sentence together: articles, pronouns, prepositions, conjunctions, auxiliary verbs,
 * particles and adverbs of degree. A closed list of our own; they weigh little in a search. No noun is among them, so
 * what is also one is left out, with umlauts folded, too: Recht, Mal, Weg, Dank, Kraft, Trotz, Ehe, Wohl, des Mittels,
 * des Zwecks, Ware(n) for "wäre(n)", Würde for "würde".
 */
const WORDS = `
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
  ich du er sie es wir ihr mich dich sich uns euch mir dir ihm ihn ihnen
  mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines
  sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres
  unser unsere unseren unserem unserer unseres unsre unsren unsrem unsrer
  euer eure euren eurem eurer eures
  dies diese diesen diesem dieser dieses jene jenen jenem jener jenes
  derjenige diejenige dasjenige denjenigen demjenigen desjenigen derjenigen diejenigen
  derselbe dieselbe dasselbe denselben demselben desselben derselben dieselben
  dessen deren denen derer wer wen wem wessen was welche welchen welchem welcher welches
  man jemand jemanden jemandem niemand niemanden niemandem etwas nichts selbst selber einander
  jeder jede jeden jedem jedes jedermann alle allen allem aller alles beide beiden beider beides
  manche manchen manchem mancher manches solche solchen solchem solcher solches solch
  einige einigen einigem einiger einiges mehrere mehreren mehrerer
  irgendein irgendeine irgendeinen irgendeinem irgendeiner irgendwelche irgendwelchen irgendwie irgendwo irgend
  viel viele vielen vielem vieler vieles wenig wenige wenigen wenigem weniger weniges mehr genug
  ab an am ans auf aufs aus außer bei beim bis durch durchs entlang für fürs gegen gegenüber hinter in im ins mit
  nach neben ohne seit über übers um ums unter unterm unters von vom vor vorm vors während wegen zu zum zur zwischen
  gemäß bezüglich hinsichtlich anhand aufgrund mithilfe infolge innerhalb außerhalb oberhalb unterhalb anstatt
  anstelle nebst binnen je pro per via
  und oder aber denn sondern sowie sowohl weder entweder noch dass daß ob weil da wenn falls sofern soweit sobald
  solange sooft als wie indem nachdem bevor damit sodass sodaß obwohl obgleich obschon wohingegen währenddessen
  insofern insoweit beziehungsweise bzw doch jedoch hingegen dagegen allerdings
  bin bist ist sind seid war warst sei seien gewesen
  habe hast hat haben habt hatte hatten hattest hattet hätte hätten hättest gehabt
  werde wirst wird werden werdet wurde wurden wurdest worden geworden
  kann kannst können könnt konnte konnten könnte könnten gekonnt
  muss muß musst mußt müssen müsst müßt musste musten mussten mußte mußten müsste müssten müßte müßten gemusst
  soll sollst sollen sollt sollte sollten gesollt will willst wollen wollt wollte wollten gewollt
  darf darfst dürfen dürft durfte durften dürfte dürften gedurft
  mag magst mögen mögt mochte mochten möchte möchten möchtest
  nicht auch nur schon erst bereits wieder eben etwa zwar ja nein sogar gar überhaupt
  sehr ganz so allzu ziemlich fast kaum beinahe nahezu besonders insbesondere
  hier dort dorthin hierhin hin her woher wohin wo wann warum weshalb weswegen wieso inwiefern inwieweit
  dann danach davor dabei dafür daher dahin darauf daraus darin darüber darum darunter davon dazu dazwischen daran
  dadurch deshalb deswegen demnach demzufolge folglich somit mithin trotzdem dennoch
  hierbei hierdurch hierfür hiermit hiernach hiervon hierzu hierauf hieraus hierüber
  wobei wodurch wofür wogegen womit wonach woran worauf woraus worin worüber worum wovon wozu wovor
  nun jetzt bald immer nie niemals oft manchmal stets außerdem ebenfalls ebenso gleichfalls zudem ferner überdies
  sonst etc usw ggf evtl`

/** All of them, as they are written in small letters. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))

/** For the test that looks for nouns and twins. */
export const functionWords = (): string[] => WORDS.trim().split(/\s+/)
