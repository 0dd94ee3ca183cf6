import { describe, expect, test } from 'vitest'
import type { Actor } from './actor'
import { may } from './may'
import { policy, type Act, type PersonSubject, type PlanSubject, type StoriesSubject } from './policy'
import { policyTable } from './policy-table'
import { roleNames, type Role } from './roles'

const roles = Object.keys(roleNames) as Role[]
const actor = (...own: Role[]): Actor => ({ id: 'own', name: '某人', roles: own })
const acts = Object.keys(policy) as Act[]
/** The roles that may, in the order of `roleNames`. */
const whoMay = (act: Act) => roles.filter(role => may(actor(role), act).ok)

describe('who may', () => {
  test.each<[Act, Role[]]>([
    ['stories.submit', roles],
    ['stories.create', roles],
    ['photos.add', roles],
    ['intake.acceptStory', roles],
    ['pages.submit', ['reporter', 'editor', 'chief', 'layout', 'proofreader']],
    ['trails.accept', ['reporter', 'editor', 'chief', 'layout', 'proofreader']],
    ['output.handOver', ['reporter', 'editor', 'chief', 'layout', 'proofreader']],
    ['pages.sign', ['editor', 'chief', 'layout']],
    ['pages.unsign', ['editor', 'chief', 'layout']],
    ['pages.savePaper', ['editor', 'chief', 'layout']],
    ['pages.removeTemplate', ['editor', 'chief', 'layout']],
    ['pages.saveFaultSettings', ['editor', 'chief', 'layout']],
    ['editions.create', ['editor', 'chief', 'layout']],
    ['editions.remove', ['editor', 'chief', 'layout']],
    ['people.save', ['editor', 'chief']],
  ])('%s', (act, expected) => {
    expect(whoMay(act)).toEqual(expected)
  })

  test('主编 and 编辑 may do everything', () => {
    for (const act of acts) expect([act, may(actor('chief'), act).ok]).toEqual([act, true])
    for (const act of acts) expect([act, may(actor('editor'), act).ok]).toEqual([act, true])
  })

  test('of several roles the widest counts', () => {
    expect(may(actor('reporter', 'layout'), 'pages.sign').ok).toBe(true)
  })

  test('nobody may look at who is there and sit down, and nothing else', () => {
    expect(acts.filter(act => may(null, act).ok)).toEqual([
      'desk.open',
      'desk.events',
      'desk.sit',
      'desk.leave',
      'people.list',
    ])
    expect(may(null, 'stories.open')).toMatchObject({ failure: { code: 'actor.none' } })
  })
})

describe('what a refusal says', () => {
  test.each<[Act, Role, string]>([
    ['pages.sign', 'reporter', '签大样由主编、编辑或版面来做，没有做。'],
    ['people.save', 'proofreader', '改人员名单由主编或编辑来做，没有做。'],
    ['output.handOver', 'correspondent', '通讯员不能交付，没有做。'],
  ])('%s to %s', (act, role, message) => {
    expect(may(actor(role), act)).toMatchObject({ failure: { code: 'actor.may-not', message } })
  })

  test('every refusal there can be is a sentence with what to do next', () => {
    for (const act of acts) {
      for (const role of roles) {
        const answer = may(actor(role), act)
        if (answer.ok) continue
        expect(answer.failure.message).toMatch(/^[^。]+，没有做。$/u)
        expect(answer.failure.remedy).toMatch(/。$/u)
      }
    }
  })
})

describe('limits by what it is done to', () => {
  const plan = (state: string | null, change: Record<string, unknown>): PlanSubject => ({ state, change })
  test.each<[Role, PlanSubject, boolean]>([
    ['editor', plan('final', { state: 'signed' }), true],
    ['layout', plan('final', { state: 'signed' }), true],
    ['reporter', plan('editing', { state: 'first' }), true],
    ['reporter', plan('final', { state: 'signed' }), false],
    ['proofreader', plan('signed', { state: 'editing' }), false],
    ['reporter', plan('signed', { state: 'signed', note: '' }), true],
    ['reporter', plan('signed', { page: 2 }), true],
    ['correspondent', plan('received', { slug: '冬灌', note: '有图' }), true],
    ['correspondent', plan('received', { page: 1 }), false],
    ['correspondent', plan('received', { state: 'first' }), false],
  ])('%s plans %j: %s', (role, subject, expected) => {
    expect(may(actor(role), 'stories.plan', subject).ok).toBe(expected)
  })

  test.each<[Role, PlanSubject, boolean]>([
    ['correspondent', plan(null, { editionId: 'e', state: 'editing' }), true],
    ['reporter', plan(null, { state: 'signed' }), false],
    ['chief', plan(null, { state: 'signed' }), true],
  ])('%s makes a story with %j: %s', (role, subject, expected) => {
    expect(may(actor(role), 'stories.create', subject).ok).toBe(expected)
  })

  const story = (state: string, changedBy: string | null = 'own') => ({ state, changedBy })
  test.each<[Role, StoriesSubject, boolean, boolean]>([
    // who, which stories, may trash them, may restore them
    ['reporter', [story('editing', 'other')], true, true],
    ['reporter', [story('editing'), story('signed')], false, true],
    ['layout', [story('signed', 'other')], true, true],
    ['correspondent', [story('editing'), story('received')], true, true],
    ['correspondent', [story('editing', 'other')], false, false],
    ['correspondent', [story('editing', null)], false, false],
    ['correspondent', [story('first')], false, false],
  ])('%s and %j', (role, subject, trash, restore) => {
    const answers = [may(actor(role), 'stories.trash', subject), may(actor(role), 'stories.restore', subject)]
    expect(answers.map(answer => answer.ok)).toEqual([trash, restore])
  })

  const kept = (id: string, ...own: Role[]) => ({ id, roles: own })
  const after = (retired: boolean, ...own: Role[]) => ({ retired, roles: own })
  test.each<[string, PersonSubject, boolean]>([
    ['adds somebody', { before: null, after: after(false, 'reporter') }, true],
    ['lets a colleague go', { before: kept('other', 'editor'), after: after(true, 'editor') }, true],
    ['lets himself go', { before: kept('own', 'editor'), after: after(true, 'editor') }, false],
    ['becomes a reporter', { before: kept('own', 'editor'), after: after(false, 'reporter') }, false],
    ['becomes the chief', { before: kept('own', 'editor'), after: after(false, 'chief') }, true],
    [
      'of a paper that nobody leads changes his name',
      { before: kept('own', 'reporter'), after: after(false, 'reporter') },
      true,
    ],
  ])('an editor %s', (_, subject, expected) => {
    expect(may(actor('editor'), 'people.save', subject).ok).toBe(expected)
  })
})

test('docs/policy.md shows the policy as it is (vitest run src/shared/review -u writes it anew)', async () => {
  await expect(`# Who may do what

Made from \`src/shared/review/policy.ts\` by \`src/shared/review/may.test.ts\`; change it there. The newsroom asks this table before it acts, the window asks it to keep a button quiet. Somebody with several roles may do what any of them may. What is *refused when* is refused to a role that otherwise may; the sentence is what the desk reads.

${policyTable()}
`).toMatchFileSnapshot('../../../docs/policy.md')
})
