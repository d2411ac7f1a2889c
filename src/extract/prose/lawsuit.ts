/** What a party asks a court for: 买卖合同纠纷一案，诉请支付货款…: the amounts that follow are claims, not facts. */
const claim =
  /(?:^|[，。；：、）)与和因就诉的]|支付|给付|偿还|关于|起诉|公司)([^，。；：、（）()与和因就诉的]{2,24}案)[，,](?:并|故|遂)*(?:向[^，。]*)?(?:请求|诉请|要求)/;
const asked =
  /^.*(?:请求|诉请|要求)[^，。]*?(?:偿付|支付|偿还|清偿|赔偿|返还|归还|给付|承担)(?:给?(?:原告|申请人|公司|我公司))?(?=..)/;

/** The case in which the words before a figure claim it (沈某借款合同纠纷案请求); null where they claim nothing. */
export function claimIn(lead: string): string | null {
  const named = claim.exec(lead.replace(/\s+/g, ''));
  return named ? `${(named[1] ?? '').replace(/^.*(?:支付|给付|偿还|清偿|起诉|提起|公司)(?=...)/, '')}请求` : null;
}

/** A claimed amount's name without the words that ask for it: 请求判令被告偿付欠款 is 欠款. */
export const claimedThing = (name: string): string => name.replace(asked, '');
