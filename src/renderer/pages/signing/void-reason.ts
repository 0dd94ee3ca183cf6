import type { PageSignature, SignatureCause } from '../../../shared/contract'

const reasons: Readonly<Record<SignatureCause, string>> = {
  page: '签后版面又改过',
  story: '签后稿件又改过',
  edition: '签后期号、日期或各版又改过',
  people: '签后编辑人员又改过',
  unseen: '签后又改过',
}

/** Why a signature does not hold: 签后稿件又改过. What has not been put on record yet says less. */
export function voidReason({ turn }: Pick<PageSignature, 'turn'>): string {
  return reasons[turn?.cause ?? 'unseen']
}
