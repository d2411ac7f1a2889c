/** The characters that most of a Chinese report is written in, simplified and traditional: what is not full of them was decoded wrongly. */
const simplified =
  '一万三上下不与专业两个中为主之乡事二于五交产亩人亿他付以件价任份企优会位低住体余作例供保信债值元入全公六共关其养内农决况净准减出分划列初利到制前办加务动助化区医十千升单占原县及发受' +
  '口可台号司各合同名后吨告员和品四回因国在地场均城基增处备复外多大天失存季学安完定实审家对小少局工差已市师平年应度建开当得性总息情意成户房所执批投护报持指按损据排接提支收改放政效教数' +
  '整新方施日时明是最月有服期未末本机权村条构查标校核格案检次款每比民水法流测满点物率现理生用由电百的益监目相省社种科租积程税立第等算管米类累约级线组经结统综编网老者职育自至节营萬行补' +
  '要规计议设证评调财账质购费资起超路车转较达过运进退通造部配采里重量金镇长门问间际降限院集面项预题额高';
const traditional =
  '佔個備債價億優內兩凈劃動務區員問單噸國執報場學實審專對師後應戶採損據數於時會條業構標機檢權決況淨減準滿為營爲現產畝當發監稅種積節約級組結統經綜網編縣總職臺與處號裏補裡製複規計設評調' +
  '證議護財費資質賬購車較轉辦農迴進運過達鄉醫鎮長門開間關際電項預題額類養餘體點';
const marks = '，。、；：？！（）《》〈〉“”‘’「」『』【】〔〕·—…％．－　〇○●①②③④⑤㎡℃~Ａ１２３４５６７８９０';

const common: ReadonlySet<string> = new Set(simplified + traditional + marks);

/** Kana, of which every Japanese text is full and no Chinese one. */
const kana = /[\u3041-\u3096\u30a1-\u30fc]/;

export interface Shares {
  /** Characters beyond ASCII. */
  readonly written: number;
  /** The part of them that is common in reports. */
  readonly common: number;
  readonly kana: number;
}

/** What a text is written in, as parts of its characters beyond ASCII. */
export function sharesOf(text: string): Shares {
  let [written, known, japanese] = [0, 0, 0];
  for (const char of text) {
    if (char <= '\x7f') continue;
    written++;
    if (common.has(char)) known++;
    else if (kana.test(char)) japanese++;
  }
  const part = (count: number): number => (written === 0 ? 0 : count / written);
  return { written, common: part(known), kana: part(japanese) };
}
