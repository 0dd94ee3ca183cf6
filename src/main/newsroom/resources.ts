import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { z } from 'zod'
import type { StoryTemplate } from '../../shared/contract'
import { roleSchema } from '../../shared/review/roles'
import { genreSchema } from '../../shared/budget/genre'
import { storyStateSchema } from '../../shared/budget/story-state'
import { storyPartsSchema, storyTemplateSchema } from '../../shared/contract/stories'
import { frameSchema, ignoredFaultSchema } from '../../shared/page/layout'
import { resourcePath } from './package-root'

const sampleNewsroomSchema = z.object({
  paper: z.object({ name: z.string(), format: z.string() }),
  people: z.array(z.object({ name: z.string(), roles: z.array(roleSchema), colour: z.string() })).min(1),
  edition: z.object({
    date: z.iso.date(),
    number: z.number().int(),
    pages: z.array(z.object({ number: z.number().int(), name: z.string() })),
  }),
})

const sampleStorySchema = z.object({
  slug: z.string(),
  genre: genreSchema,
  plannedCharacters: z.number().int().nullable(),
  page: z.number().int().nullable(),
  state: storyStateSchema,
  /** HH:MM at the paper's place, on the evening before the edition's day. */
  deadline: z.string().regex(/^\d\d:\d\d$/),
  author: z.string(),
  /** Name of one of the people. */
  editor: z.string(),
  /** Files for the photo blocks, in order. */
  photos: z.array(z.string()),
  parts: storyPartsSchema,
})

/**
 * A page of the sample edition as it was laid out, in a form that any folder can take up: stories stand under their
 * slugs, pictures of frames under their file names.
 */
const samplePagesSchema = z.array(
  z.object({
    number: z.number().int(),
    frames: z.array(frameSchema),
    /** Faults that the page keeps on purpose; who and when is told at the founding. */
    ignored: z.array(ignoredFaultSchema.pick({ key: true, reason: true })).default([]),
  }),
)
export type SamplePage = z.infer<typeof samplePagesSchema>[number]

/** The invented newsroom that a new folder begins with. */
export type SampleNewsroom = z.infer<typeof sampleNewsroomSchema>
export type SampleStory = z.infer<typeof sampleStorySchema>

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8')) as unknown

/** Templates for new stories. */
export async function readTemplates(): Promise<StoryTemplate[]> {
  return z.array(storyTemplateSchema).parse(await json(resourcePath('templates.json')))
}

/** The sample: its people and edition, its stories in order of weight, its pictures by file name, its pages. */
export async function readSample(): Promise<{
  newsroom: SampleNewsroom
  stories: SampleStory[]
  photos: Map<string, Uint8Array>
  pages: SamplePage[]
}> {
  const folder = resourcePath('sample')
  const newsroom = sampleNewsroomSchema.parse(await json(`${folder}/newsroom.json`))
  const files = (await readdir(`${folder}/stories`)).filter(name => name.endsWith('.json')).sort()
  const stories = await Promise.all(
    files.map(async name => sampleStorySchema.parse(await json(`${folder}/stories/${name}`))),
  )
  const photos = new Map<string, Uint8Array>()
  for (const name of stories.flatMap(story => story.photos)) {
    // A photo whose file is not there stays announced, as photos are before they come in.
    const file = `${folder}/photos/${name}`
    if (existsSync(file)) photos.set(name, await readFile(file))
  }
  const pages = samplePagesSchema.parse(await json(`${folder}/pages.json`))
  for (const frame of pages.flatMap(page => page.frames)) {
    if (frame.kind === 'ad' && frame.image !== null) {
      photos.set(frame.image, await readFile(`${folder}/ads/${frame.image}`))
    }
  }
  return { newsroom, stories, photos, pages }
}
