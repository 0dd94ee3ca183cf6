/**
 * The linter's rules, and the rooms: which may import which (docs/adr/0003). A row of a table below is a room; what
 * its row does not name it may not import. `scripts/rooms.test.mjs` tries every direction.
 */

/** An import pattern that is refused, and why. */
interface Refusal {
  readonly regex: string
  readonly message: string
  readonly allowTypeImports?: boolean
  readonly allowImportNamePattern?: string
}

const electron: Refusal = {
  regex: '^electron(/|$)',
  message: 'Electron belongs to src/main/index.ts, src/main/shell/electron-*.ts and src/preload.',
}
const node: Refusal = {
  regex:
    '^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|process|stream|url|util|v8|vm|worker_threads|zlib)(/|$))',
  message: 'This room runs without Node.',
}
const testing: Refusal = {
  regex: '\\.testing$',
  message: 'What is named *.testing.ts is for tests only.',
}

/** Refuses folders that stand beside one of the importing file's own parents. */
const folders = (names: readonly string[], message: string, more: Partial<Refusal> = {}): Refusal => ({
  regex: `^(\\.\\./)+(${names.join('|')})(/|$)`,
  message,
  ...more,
})

/** The rooms of shared/page and what each may use besides the files that stand beside them (docs/adr/0022). */
const pageRooms: Readonly<Record<string, readonly string[]>> = {
  changes: [],
  migrations: ['changes'],
  log: ['migrations', 'changes'],
  compose: [],
  view: ['compose'],
  galley: ['compose'],
  faults: ['view', 'compose'],
  edit: ['compose', 'changes'],
  arrange: ['compose'],
  fit: ['edit', 'arrange', 'view', 'compose', 'changes'],
}

/** A front would bring all of the page into whatever needs one name of it. */
const pageFront: Refusal = {
  regex: `(^|/)(shared|\\.\\.)/page(/(${Object.keys(pageRooms).join('|')}))?$`,
  message: 'shared/page has no front: import from the file that has it.',
}

const neitherSide = folders(['main', 'renderer', 'preload'], 'shared/ knows neither side.')
const sharedOnly = folders(['renderer', 'preload'], 'The main side uses shared/ only.')

interface Override {
  readonly files: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
}

const refuse = (files: readonly string[], ...patterns: readonly Refusal[]): Override => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [pageFront, ...patterns] }] },
})

/** The rooms of shared/ and what each may use; `contract` has a rule of its own. */
const sharedRooms: Readonly<Record<string, readonly string[]>> = {
  story: [],
  'text-place': ['story'],
  style: ['text-place', 'story'],
  cleaning: ['style', 'text-place', 'story'],
  typeset: ['story'],
  page: ['typeset', 'text-place', 'story'],
  budget: ['page', 'typeset', 'style', 'text-place', 'story'],
  review: ['page', 'typeset', 'text-place', 'story'],
}

/** The window, from the ground up: each room may use those before it. */
const windowRooms = ['ui', 'newsroom', 'paint'] as const
/** The views, each with those that it may use besides the rooms above. */
const views: Readonly<Record<string, readonly string[]>> = {
  'story-files': [],
  papers: [],
  people: [],
  output: [],
  review: [],
  budget: ['story-files'],
  editions: ['papers'],
  intake: ['budget'],
  editor: ['budget', 'intake', 'story-files'],
  pages: ['budget', 'editor', 'output', 'papers'],
  reference: ['editions', 'papers', 'people'],
}

const others = (all: readonly string[], may: readonly string[], self: string) =>
  all.filter(name => name !== self && !may.includes(name))

const mayUse = (room: string, may: readonly string[]) =>
  may.length === 0 ? `${room}/ stands under every other room.` : `${room}/ may use ${may.join(', ')} only.`

const sharedRoom = (room: string): readonly Refusal[] => {
  const may = sharedRooms[room] ?? []
  const not = [...others(Object.keys(sharedRooms), may, room), 'contract']
  return [electron, node, testing, neitherSide, folders(not, mayUse(room, may))]
}

const sharedOverrides = Object.keys(sharedRooms).map(room =>
  refuse([`src/shared/${room}/**/*.ts`], ...sharedRoom(room)),
)

const pageNames = Object.keys(pageRooms)
const pageOverrides = [
  refuse(['src/shared/page/*.ts'], ...sharedRoom('page'), {
    regex: `^\\./(${pageNames.join('|')})/`,
    message: 'What all rooms of the page stand on uses none of them.',
  }),
  ...Object.entries(pageRooms).map(([room, may]) =>
    refuse(
      [`src/shared/page/${room}/**/*.ts`],
      ...sharedRoom('page'),
      folders(others(pageNames, may, room), mayUse(`page/${room}`, may)),
    ),
  ),
]

const windowOnly = folders(
  ['main', 'preload'],
  'The renderer uses shared/ only; it reaches the newsroom through the typed client.',
)
const everyView = [...Object.keys(views), 'shell']
const windowOverrides = [
  refuse(['src/renderer/**/*.{ts,tsx}'], electron, node, testing, windowOnly),
  ...windowRooms.map((room, at) =>
    refuse(
      [`src/renderer/${room}/**/*.{ts,tsx}`],
      electron,
      node,
      testing,
      windowOnly,
      folders([...windowRooms.slice(at + 1), ...everyView], `${room}/ knows nothing of the rooms above it.`),
    ),
  ),
  ...Object.entries(views).map(([room, may]) =>
    refuse(
      [`src/renderer/${room}/**/*.{ts,tsx}`],
      electron,
      node,
      testing,
      windowOnly,
      folders(others(everyView, may, room), `${room}/ may use ${[...windowRooms, ...may].join(', ')} only.`),
    ),
  ),
]

/** The rooms of the newsroom's side and what each may not use. */
const mainOverrides = [
  refuse(['src/main/**/*.ts'], electron, testing, sharedOnly),
  refuse(
    ['src/main/store/**/*.ts', 'src/main/photo-files/**/*.ts'],
    electron,
    testing,
    sharedOnly,
    folders(['newsroom', 'intake', 'output', 'door', 'shell', 'terminal'], 'Stands under the newsroom.'),
  ),
  refuse(
    ['src/main/intake/**/*.ts'],
    electron,
    testing,
    sharedOnly,
    folders(
      ['newsroom', 'store', 'output', 'door', 'shell', 'terminal'],
      'intake/ reads, and keeps nothing.',
    ),
  ),
  refuse(
    ['src/main/output/**/*.ts'],
    electron,
    testing,
    sharedOnly,
    folders(['newsroom', 'store', 'intake', 'door', 'shell', 'terminal'], 'output/ writes what it is given.'),
  ),
  refuse(
    ['src/main/newsroom/**/*.ts'],
    electron,
    testing,
    sharedOnly,
    folders(['door', 'shell', 'terminal'], 'The newsroom does not know its doors.'),
  ),
  refuse(
    ['src/main/shell/**/*.ts'],
    electron,
    testing,
    folders(
      ['renderer', 'preload', 'newsroom', 'store', 'intake', 'output'],
      'The shell holds no newsroom logic.',
    ),
  ),
  refuse(['src/main/index.ts', 'src/main/shell/electron-*.ts'], testing, sharedOnly, {
    regex: '^\\.{1,2}/(.*/)?(newsroom|store|intake|output)(/|$)',
    message: 'The shell holds no newsroom logic; utility.ts opens the newsroom.',
  }),
]

/** Tests and what only they use may read files and other rooms' test tools, but shared/'s keep to their side. */
const testOverrides = [
  refuse(['src/**/*.test.{ts,tsx}', 'src/**/*.testing.ts'], electron),
  refuse(['src/shared/**/*.test.ts', 'src/shared/**/*.testing.ts'], electron, neitherSide),
]

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { builtin: true },
  ignorePatterns: ['out', 'dist', 'node_modules', 'test-results', '.cache'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'react/react-in-jsx-scope': 'off',
    'no-shadow': 'off',
    'promise/always-return': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'no-irregular-whitespace': [
      'error',
      { skipComments: true, skipStrings: true, skipRegExps: true, skipTemplates: true, skipJSXText: true },
    ],
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/prefer-string-starts-ends-with': 'off',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*'] }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'no-restricted-imports': ['error', { patterns: [electron] }],
  },
  // A later override replaces the whole rule of an earlier one: each says all that it refuses.
  overrides: [
    refuse(['src/shared/*.ts'], electron, node, testing, neitherSide),
    ...sharedOverrides,
    ...pageOverrides,
    // The pipeline runs one way, in its types too.
    {
      files: ['src/shared/typeset/**/*.ts'],
      rules: { 'import/no-cycle': ['error', { ignoreTypes: false }] },
    },
    refuse(
      ['src/shared/contract/**/*.ts'],
      electron,
      node,
      testing,
      neitherSide,
      folders(Object.keys(sharedRooms), 'contract/ takes only types and schemas from other rooms.', {
        allowTypeImports: true,
        allowImportNamePattern: 'Schema$',
      }),
    ),
    ...windowOverrides,
    ...mainOverrides,
    refuse(
      ['src/preload/**/*.ts'],
      node,
      testing,
      folders(['main', 'renderer'], 'The preload uses shared/ only.'),
    ),
    ...testOverrides,
    refuse(['scripts/**/*.mjs', 'bench/**', 'e2e/**', '*.config.ts'], electron),
  ],
}
