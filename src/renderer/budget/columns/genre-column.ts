import { genres, type Genre } from '../../../shared/budget/genre'
import type { BudgetColumn } from './column'

/** 体裁 */
export const genreColumn: BudgetColumn<'genre'> = {
  key: 'genre',
  title: '体裁',
  width: 74,
  isInTrash: true,
  words: row => row.genre,
  order: row => genres.indexOf(row.genre),
  filter: {
    valueOf: row => row.genre,
    choices: rows =>
      genres
        .filter(genre => rows.some(row => row.genre === genre))
        .map(genre => ({ text: genre, value: genre })),
  },
  edit: {
    kind: 'choice',
    inputOf: row => row.genre,
    read: input => ({ ok: true, change: { genre: input as Genre } }),
    choices: () => genres.map(genre => ({ value: genre, label: genre })),
  },
}
