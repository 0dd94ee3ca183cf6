import type { StoryParts } from '../story/parts'
import { hasPictures, type Draft } from './draft'
import type { CleanChange, CleanKind, CleanPlace, CleanQuestion } from './kinds'
import { cleanKindNames } from './kinds'
import {
  assemble,
  gather,
  manuscriptOf,
  type AssembledStory,
  type Manuscript,
  type PlacedText,
} from './manuscript'
import { Pen } from './pen'
import { mendBrokenLines } from './rules/broken-lines'
import { findAsides } from './rules/asides'
import { findBylines, placeCredits } from './rules/bylines'
import { findCaptions } from './rules/captions'
import { setCharacters } from './rules/character-rules'
import { findCrossheads } from './rules/crossheads'
import { findDateline } from './rules/datelines'
import { trimEdges } from './rules/edges'
import { removeHiddenCharacters, shownHidden } from './rules/hidden-characters'
import { unifyForms } from './rules/house-forms'
import { addListNumbers } from './rules/list-numbers'
import { removeNotes, runningRange } from './rules/note-lines'
import { askFirstPerson, askHeadlineLength, askMarks, askTwoBylines } from './rules/open-questions'
import { takePhotoWords } from './rules/photo-words'
import { flattenRows } from './rules/table-rows'
import { findTitles } from './rules/titles'
import { trimmed } from './words'

/** What somebody decided about a cleaning. */
export interface CleanChoices {
  /** Keys of changes that were taken back. */
  readonly reverted: ReadonlySet<string>
  /** Answers by the question's key; a free one as `to:青禾县`. */
  readonly answers?: Readonly<Record<string, string>>
}

/** A change as the 清洗单 lists it, made or taken back. */
export interface ListedChange extends CleanChange {
  /** False: taken back, or gone with one that was. */
  readonly isMade: boolean
}

/** A draft as a story, with all that was done to it. */
export interface CleanedStory {
  readonly parts: StoryParts
  /** For each photo of `parts` in order, its index in the draft's pictures. */
  readonly pictures: readonly number[]
  /** By kind in the order of `cleanKindNames`, then by place. Those taken back are listed too, with `isMade` false. */
  readonly changes: readonly ListedChange[]
  readonly questions: readonly CleanQuestion[]
  /** Pictures that the draft spoke of, and how many of them are there. */
  readonly photos: { readonly all: number; readonly taken: number }
}

/**
 * A draft as a clean story, with every change listed; what no rule is sure of is asked, and nothing done until it is
 * answered. A change that is taken back leaves the others as they are, except for those that only it made possible.
 * With all of them taken back the draft's paragraphs stand as they came, soft returns as \n: what parts have no place
 * for (bold, sizes, table cells, empty pictures) is not there either way.
 */
export function clean(draft: Draft, choices: CleanChoices): CleanedStory {
  return cleanBy(run, draft, choices)
}

/**
 * A passage for the middle of a story, cleaned by the safe rules alone: no part is looked for in it, so that all of it is
 * paragraphs, but for the words of pictures that came along; and what a web page or WeChat writes round running text
 * goes. Its changes are listed and taken back, and its questions asked, as a whole draft's are.
 */
export function cleanPassage(draft: Draft, choices: CleanChoices = { reverted: new Set() }): CleanedStory {
  const isOfNotes = (manuscript: Manuscript) =>
    draft.source === 'web' && runningRange(manuscript).first < manuscript.length
  return cleanBy(
    (own, pen) =>
      lay(own, pen, manuscript => {
        const laid = isOfNotes(manuscript) ? removeNotes(manuscript, pen) : manuscript
        return hasPictures(own) ? unifyForms(placeCredits(findCaptions(laid, pen)), pen) : laid
      }),
    draft,
    choices,
  )
}

type Rules = (draft: Draft, pen: Pen) => Manuscript

function cleanBy(rules: Rules, draft: Draft, choices: CleanChoices): CleanedStory {
  const answers = choices.answers ?? {}
  const full = new Pen(new Set(), answers, null)
  const whole = rules(draft, full)
  const isWhole = choices.reverted.size === 0
  const known = new Set(full.changes.map(change => change.key))
  const pen = isWhole ? full : new Pen(choices.reverted, answers, known)
  const story = assemble(isWhole ? whole : rules(draft, pen), draft)
  const made = new Map(pen.changes.map(change => [change.key, change]))
  const places = new Places(story)
  const order = Object.keys(cleanKindNames) as CleanKind[]
  const changes = full.changes
    .filter(
      change => change.before !== change.after || isFinding(change.kind) || change.kind === 'line-removed',
    )
    .map((first): ListedChange => {
      const { key, kind, at, before, after, isMade } = made.get(first.key) ?? { ...first, isMade: false }
      return {
        key,
        kind,
        before: shownHidden(before),
        after: shownHidden(after),
        isMade,
        where: places.of(at, isMade ? after : before),
      }
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || placeOf(a.key) - placeOf(b.key))
  return {
    parts: story.parts,
    pictures: story.pictures,
    changes,
    questions: pen.questions.map(({ at, ...question }) => ({
      ...question,
      where: at === null ? null : places.of(at, ''),
    })),
    photos: {
      all: draft.pictures.length,
      taken: draft.pictures.filter(picture => picture.lost === null).length,
    },
  }
}

const placeOf = (key: string) => Number(key.slice(key.lastIndexOf('@') + 1))
const isFinding = (kind: CleanKind) => kind.endsWith('-found')

/** Lines, then parts, then characters: what a line is must be known before its marks are set. */
function run(draft: Draft, pen: Pen): Manuscript {
  // A story's own parts are settled.
  if (draft.source === 'story') return lay(draft, pen, manuscript => manuscript)
  return lay(draft, pen, manuscript => {
    let laid = addListNumbers(manuscript, pen)
    laid = findAsides(laid, pen)
    laid = removeNotes(laid, pen)
    laid = findCaptions(laid, pen)
    laid = findBylines(laid, pen)
    laid = placeCredits(laid)
    laid = findTitles(laid, pen)
    laid = findCrossheads(laid, pen)
    laid = findDateline(laid, pen)
    for (const part of ['kicker', 'headline', 'deck', 'byline'] as const) laid = gather(laid, part)
    laid = unifyForms(laid, pen)
    return askTwoBylines(laid, pen)
  })
}

function lay(draft: Draft, pen: Pen, findParts: (manuscript: Manuscript) => Manuscript): Manuscript {
  let manuscript: Manuscript = removeHiddenCharacters(manuscriptOf(draft), pen)
  // Where an empty line stands after nearly every line, it says nothing about paragraphs.
  if (isDoubleSpaced(manuscript)) {
    manuscript = manuscript.filter(
      ({ role, line }) =>
        role === 'photo' || trimmed(line.text) !== '' || !pen.makes('line-removed', line.at, line.text, ''),
    )
  }
  manuscript = mendBrokenLines(manuscript, pen, draft.source)
  manuscript = flattenRows(manuscript, pen)
  manuscript = trimEdges(manuscript, pen)
  manuscript = findParts(manuscript)
  // Behind a label or a dateline that was parted off a space may be left.
  manuscript = trimEdges(manuscript, pen)
  manuscript = setCharacters(manuscript, pen)
  manuscript = takePhotoWords(manuscript, draft.pictures, pen)
  manuscript = askHeadlineLength(manuscript, pen)
  manuscript = askFirstPerson(manuscript, pen)
  return askMarks(manuscript, pen)
}

function isDoubleSpaced(manuscript: Manuscript): boolean {
  const lines = manuscript.filter(piece => piece.role !== 'photo').map(piece => trimmed(piece.line.text))
  const told = lines.filter(line => line !== '')
  const broken = told.filter(line => !/[。！？…”）]$/u.test(line)).length
  return told.length >= 8 && lines.length >= told.length * 1.8 && broken >= told.length * 0.6
}

/** How many code units of context a place shows on either side. */
const contextLength = 10

/** Finds where in the cleaned story a place of the draft now stands. */
class Places {
  readonly #units: { place: number; text: PlacedText; index: number }[]

  constructor(story: AssembledStory) {
    this.#units = story.texts
      .flatMap(text => text.line.from.map((place, index) => ({ place, text, index })))
      .sort((a, b) => a.place - b.place || a.index - b.index)
  }

  of(place: number, after: string): CleanPlace | null {
    let low = 0
    let high = this.#units.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#units[middle]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    const unit = this.#units[low] ?? this.#units.at(-1)
    if (!unit) return null
    const { text } = unit
    const words = text.line.text
    // Beyond the last unit it is the end of the text that is left of it.
    const index = low < this.#units.length ? unit.index : words.length
    const stands = after !== '' && words.startsWith(after, index)
    const to = stands ? index + after.length : index
    return {
      part: text.part,
      block: text.block,
      from: index,
      to,
      left: words.slice(Math.max(0, index - contextLength), index),
      // Where other rules went over it too, what follows would say it twice.
      right: stands || after === '' ? words.slice(to, to + contextLength) : '',
    }
  }
}
