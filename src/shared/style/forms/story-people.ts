import type { StoryParts } from '../../story/parts'
import { readByline } from './byline-form'
import { peopleIn, type NamedPerson } from './people'
import { splitRunInSignature } from './signature'

/** Who a dateline names: those in its brackets, or before 报道 (本报讯 记者张三报道：). */
export function peopleInDateline(dateline: string): readonly NamedPerson[] {
  const bracket = /[（(]([^（）()]*)[）)]\s*[:：]?$/u.exec(dateline)?.[1]
  const reports =
    /(?:^|[\s\u3000]|讯|消息|电)(?:本报)?((?:记者|通讯员|实习生)[^，。（(]{2,30}?)报道[:：]?$/u.exec(
      dateline,
    )?.[1]
  return peopleIn(bracket ?? reports ?? '') ?? []
}

/**
 * Whom a story's text names as its makers, in the order of reading, each once: those of the dateline, the byline
 * (its own line, or run in at the end of the last paragraph) and the photos' credits. They feed the budget and the
 * fee sheet.
 */
export function peopleOf(parts: StoryParts): readonly NamedPerson[] {
  const found = new Map<string, NamedPerson>()
  const add = (people: readonly NamedPerson[]) => {
    for (const person of people) {
      const known = found.get(person.name)
      if (!known) {
        found.set(person.name, person)
        continue
      }
      found.set(person.name, {
        ...known,
        post: known.post === '' ? person.post : known.post,
        writes: known.writes || person.writes,
        pictures: known.pictures || person.pictures,
      })
    }
  }
  add(peopleInDateline(parts.dateline))
  const last = parts.blocks.findLast(block => block.kind === 'paragraph')
  const runIn = parts.byline === '' && last ? splitRunInSignature(last.text)?.signature.text : undefined
  add(readByline(runIn ?? parts.byline)?.people ?? [])
  // Who is named beside a photo has taken it, whatever else he did.
  for (const block of parts.blocks) if (block.kind === 'photo') add(peopleIn(block.credit) ?? [])
  return [...found.values()]
}

/** 记者张三: a person as a list of people says him. */
const named = ({ post, name }: NamedPerson) => `${name}${post === '' ? '' : `（${post}）`}`

/** Who wrote: 张三（记者）、李四（通讯员）. */
export const writersIn = (people: readonly NamedPerson[]): string =>
  people
    .filter(person => person.writes)
    .map(named)
    .join('、')

/** Whose pictures they are: 史婉. */
export const photographersIn = (people: readonly NamedPerson[]): string =>
  people
    .filter(person => person.pictures)
    .map(named)
    .join('、')
