/** Look-alikes that a font's character map puts in place of the everyday character: Kangxi radicals, radical supplements,
 *  compatibility ideographs and the punctuation of vertical writing. Full-width digits and punctuation are left as printed. */

const lookAlike = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\uFE10-\uFE19\uFE31\uFE35-\uFE44]|\uD87E[\uDC00-\uDE1F]/;
const lookAlikes = new RegExp(lookAlike.source, 'g');

/** Radical supplements without a compatibility mapping in Unicode; the characters that they stand for (EquivalentUnifiedIdeograph).
 *  ⼾ has one, to 戶, but stands for 户 in the fonts of the mainland. */
const supplement = new Map(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭' +
    '⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罒⺴冈⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸' +
    '⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

const upright = new Map(
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』'
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** The same text with everyday characters. One UTF-16 unit may become one or (for ligatures) several. */
export function plainIdeographs(text: string): string {
  if (!lookAlike.test(text)) return text;
  return text.replace(
    lookAlikes,
    (character) => supplement.get(character) ?? upright.get(character) ?? character.normalize('NFKC'),
  );
}
