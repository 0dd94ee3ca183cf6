import { emptyParts, type StoryBlock, type StoryParts } from '../../../shared/story/parts'
import type { HandoverPage, HandoverPhoto, HandoverStory } from './handover'

/** A page for tests; every part can be replaced. */
export const fixtureNow = new Date('2025-06-12T13:30:05Z')
export const fixtureZone = 'Asia/Shanghai'

export const paragraph = (text: string): StoryBlock => ({ kind: 'paragraph', text })
export const crosshead = (text: string): StoryBlock => ({ kind: 'crosshead', text })
export const photoBlock = (caption: string, credit: string): StoryBlock => ({
  kind: 'photo',
  image: null,
  width: 0,
  height: 0,
  caption,
  credit,
})

export const fixtureParts: StoryParts = {
  ...emptyParts,
  kicker: '渠水到田头',
  headline: '冬灌开闸',
  deck: '三个乡镇先行放水',
  dateline: '本报讯（记者 张三）',
  blocks: [
    paragraph('十一月的河川。'),
    crosshead('先修渠'),
    photoBlock('闸门打开。', '史婉 摄'),
    paragraph('后放水。'),
  ],
  byline: '（张三）',
}

export const fixtureStory = (changes: Partial<HandoverStory> = {}): HandoverStory => ({
  number: 1,
  storyNumber: '1042',
  parts: fixtureParts,
  genre: '消息',
  author: '张三',
  writers: '张三（记者）',
  photographers: '史婉',
  editor: '李四',
  characters: 648,
  lines: 52,
  placeName: '头条',
  fee: 80.5,
  note: '',
  ...changes,
})

export const fixturePhoto = (changes: Partial<HandoverPhoto> = {}): HandoverPhoto => ({
  storyIndex: 0,
  storyPhoto: 0,
  image: async () => null,
  caption: '闸门打开。',
  credit: '史婉 摄',
  photographer: '史婉',
  city: '河川县',
  date: '2025-06-11',
  ...changes,
})

export const fixturePage = (changes: Partial<HandoverPage> = {}): HandoverPage => ({
  paperName: '河川报',
  date: '2025-06-12',
  editionNumber: '2101',
  pageNumber: 3,
  pageName: '要闻',
  proof: async () => Buffer.from('%PDF-1.7 版样'),
  stories: [fixtureStory()],
  photos: [],
  signOff: { name: '赵六', at: '2025-06-12T13:00:00.000Z', hash: 'ab'.repeat(32) },
  ...changes,
})
