import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { roleSchema } from '../../src/shared/review/roles'
import { genreSchema } from '../../src/shared/budget/genre'
import { storyStateSchema } from '../../src/shared/budget/story-state'
import { storyPartsSchema, storyTemplateSchema } from '../../src/shared/contract/stories'
import { paperOf } from '../../src/shared/page/paper'
import { documentOf, partsOf, type StoryParts } from '../../src/shared/story/parts'

const folder = import.meta.dirname
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

const newsroom = z
  .strictObject({
    paper: z.strictObject({ name: z.string(), county: z.string(), format: z.string() }),
    people: z.array(
      z.strictObject({
        name: z.string(),
        roles: z.array(roleSchema).min(1),
        colour: z.string().regex(/^#[0-9A-F]{6}$/),
      }),
    ),
    edition: z.strictObject({
      date: z.iso.date(),
      number: z.number().int(),
      pages: z.array(z.strictObject({ number: z.number().int(), name: z.string() })),
    }),
  })
  .parse(json('newsroom.json'))

const storySchema = z.strictObject({
  slug: z.string().min(1).max(25),
  genre: genreSchema,
  plannedCharacters: z.number().int().positive(),
  page: z.number().int().nullable(),
  state: storyStateSchema,
  deadline: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  author: z.string().min(1),
  editor: z.string(),
  photos: z.array(z.string()),
  parts: storyPartsSchema,
})

const files = readdirSync(join(folder, 'stories')).sort()
const stories = files.map(file => ({ file, ...storySchema.parse(json('stories', file)) }))
const named = stories.map(story => [story.file, story] as const)

/** Every printed string of a story, one a line of text. */
function textsOf(parts: StoryParts): string[] {
  const body = parts.blocks.flatMap(block =>
    block.kind === 'photo' ? [block.caption, block.credit] : [block.text],
  )
  return [parts.kicker, parts.headline, parts.deck, parts.dateline, ...body, parts.byline].filter(Boolean)
}

/** What a desk counts as 字数: the running text with its dateline, without heads, captions and spaces. */
function charactersOf(parts: StoryParts): number {
  const body = parts.blocks.flatMap(block => (block.kind === 'photo' ? [] : [block.text]))
  return [...[parts.dateline, ...body].join('').replace(/\s/gu, '')].length
}

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '【': '】',
}

/** The first bracket or quote that has no partner, crosses another, or opens inside its own kind. */
function unbalanced(text: string): string | null {
  const open: string[] = []
  for (const character of text) {
    const close = closing[character]
    if (close !== undefined) {
      if (open.includes(close)) return character
      open.push(close)
    } else if (Object.values(closing).includes(character) && open.pop() !== character) {
      return character
    }
  }
  return open.pop() ?? null
}

describe('the test’s own eye', () => {
  it.each([
    ['“好”', null],
    ['“他说：‘好’。”', null],
    ['“好', '”'],
    ['好”', '”'],
    ['“（”）', '”'],
    ['“他说：“好””', '“'],
  ])('%s', (text, found) => expect(unbalanced(text)).toBe(found))
})

describe.each(named)('%s', (_file, story) => {
  it('makes a valid document and comes back from it', () => {
    const document = documentOf(story.parts)
    document.check()
    expect(partsOf(document)).toEqual(story.parts)
  })

  it('is written in house style', () => {
    const han = String.raw`\p{Script=Han}`
    const wrong: [string, RegExp][] = [
      ['half-width mark beside Han', new RegExp(`${han}[,.;:?!()]|[,.;:?!()]${han}`, 'u')],
      ['space between Han and digits', new RegExp(`${han}\\s+[0-9A-Za-z]|[0-9A-Za-z]\\s+${han}`, 'u')],
      ['straight quotes', /["']/u],
      ['full-width digits', /[０-９]/u],
      ['doubled mark', /([，。、；：？！])\1|，。|。，/u],
      ['space at an end', /^\s|\s$/u],
      ['broken character', /\uFFFD/u],
    ]
    const found = textsOf(story.parts).flatMap(text => [
      ...wrong.filter(([, pattern]) => pattern.test(text)).map(([fault]) => `${fault}: ${text}`),
      ...(unbalanced(text) === null ? [] : [`unbalanced: ${text}`]),
    ])
    expect(found).toEqual([])
  })

  it('keeps ASCII spaces for its headline', () => {
    const body = story.parts.blocks.map(block => (block.kind === 'photo' ? block.caption : block.text))
    expect(body.filter(text => text.includes(' '))).toEqual([])
  })

  it('is edited by an editor who did not write it', () => {
    const editor = newsroom.people.find(person => person.name === story.editor)
    expect(editor?.roles).toContain('editor')
    expect(story.author).not.toBe(story.editor)
  })

  it('names its author in its dateline, byline or text', () => {
    if (story.genre === '图片新闻' || story.state === 'editing') return
    expect(textsOf(story.parts).join('').replace(/\s/gu, '')).toContain(story.author)
  })

  it('has a photo file for every photo block, unless the photo is still to come', () => {
    const blocks = story.parts.blocks.filter(block => block.kind === 'photo')
    const toCome = blocks.filter(block => block.credit === '')
    expect(story.photos).toHaveLength(blocks.length - toCome.length)
  })
})

describe('the newsroom', () => {
  it('has people of every role, each name once, each in a colour of his own', () => {
    const roles = new Set(newsroom.people.flatMap(person => person.roles))
    expect([...roles].sort()).toEqual([...roleSchema.options].sort())
    expect(new Set(newsroom.people.map(person => person.name)).size).toBe(newsroom.people.length)
    expect(new Set(newsroom.people.map(person => person.colour)).size).toBe(newsroom.people.length)
  })

  it('prints on a paper that exists', () => expect(paperOf(newsroom.paper.format).columns).toBe(6))

  it('holds stories of at least eight kinds, in every state', () => {
    expect(new Set(stories.map(story => story.genre)).size).toBeGreaterThanOrEqual(8)
    expect(new Set(stories.map(story => story.state))).toEqual(new Set(storyStateSchema.options))
  })

  it('tells no paragraph twice', () => {
    const long = stories.flatMap(story => textsOf(story.parts)).filter(text => text.length > 30)
    expect(new Set(long).size).toBe(long.length)
  })

  it.each(newsroom.edition.pages.map(page => [page.name, page.number] as const))(
    '%s has text for one page',
    (_name, number) => {
      const total = stories
        .filter(story => story.page === number)
        .reduce((sum, story) => sum + charactersOf(story.parts), 0)
      expect(total).toBeGreaterThanOrEqual(2200)
      expect(total).toBeLessThanOrEqual(4200)
    },
  )

  it('leaves the desk something to find', () => {
    const tooLong = stories.filter(story => charactersOf(story.parts) > story.plannedCharacters * 1.25)
    const unfinished = stories.filter(story => charactersOf(story.parts) < story.plannedCharacters * 0.5)
    const withoutCredit = stories.filter(story =>
      story.parts.blocks.some(block => block.kind === 'photo' && block.credit === ''),
    )
    expect(tooLong.map(story => story.slug)).toEqual(['苹果直播间'])
    expect(unfinished.map(story => story.slug)).toEqual(['专访·护林人'])
    expect(withoutCredit.map(story => story.slug)).toEqual(['小修小补'])
  })
})

describe('the photos', () => {
  const used = stories.flatMap(story => story.photos)

  it('are each used once and all there', () => {
    expect([...used].sort()).toEqual(readdirSync(join(folder, 'photos')).sort())
    expect(used.length).toBeGreaterThanOrEqual(4)
  })

  it.each(used)('%s is a JPEG under 450 KB', name => {
    const path = join(folder, 'photos', name)
    expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect(statSync(path).size).toBeLessThan(450 * 1024)
  })
})

describe('the templates', () => {
  const templates = z.array(storyTemplateSchema).parse(json('..', 'templates.json'))

  it.each(templates.map(template => [template.name, template] as const))('%s', (_name, template) => {
    const document = documentOf(template.parts)
    document.check()
    expect(partsOf(document)).toEqual(template.parts)
  })

  it('have a name of their own', () => {
    expect(new Set(templates.map(template => template.name)).size).toBe(templates.length)
  })
})
