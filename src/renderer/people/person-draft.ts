import type { Person } from '../../shared/contract'

/** A person in the form: one that is not in the newsroom yet has no id. */
export type PersonDraft = Omit<Person, 'id'> & { readonly id: string | null }

/** Colours that can be told apart on paper-white, taken in turn. */
const colours = ['#1D4E89', '#8A5A83', '#6A7B4F', '#7C6A4A', '#2C7A7B', '#A0563B', '#5B5F97', '#4F6D7A']

export const newPerson = (known: number): PersonDraft => ({
  id: null,
  name: '',
  roles: ['reporter'],
  colour: colours[known % colours.length] ?? '#1D4E89',
  retired: false,
})
