/** 号: the sizes Chinese newspapers name, in hundredths of a point. Source: typography.md 6. */
export interface TypeSize {
  readonly name: string
  /** Hundredths of a point. */
  readonly size: number
}

/** Largest first. */
export const typeSizes: readonly TypeSize[] = [
  { name: '特号', size: 4800 },
  { name: '初号', size: 4200 },
  { name: '小初', size: 3600 },
  { name: '一号', size: 2600 },
  { name: '小一', size: 2400 },
  { name: '二号', size: 2200 },
  { name: '小二', size: 1800 },
  { name: '三号', size: 1600 },
  { name: '小三', size: 1500 },
  { name: '四号', size: 1400 },
  { name: '小四', size: 1200 },
  { name: '五号', size: 1050 },
  { name: '小五', size: 900 },
  { name: '六号', size: 750 },
  { name: '小六', size: 650 },
  { name: '七号', size: 550 },
]
