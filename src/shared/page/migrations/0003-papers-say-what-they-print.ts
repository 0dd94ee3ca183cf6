import type { PageMigration } from './migration'

/** Papers say what their 报头 and 报眉 print, and below how many pixels an inch a photo is too coarse. */
export const papersSayWhatTheyPrint: PageMigration = {
  format: 3,
  paper: paper => ({
    furniture: { weekday: true, editionNumber: true, credits: true, footRule: false },
    leastPpi: 170,
    ...paper,
  }),
}
