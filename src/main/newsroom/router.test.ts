import { createRouterClient, ORPCError } from '@orpc/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract'
import { may } from '../../shared/review/may'
import { policy, type Act } from '../../shared/review/policy'
import { roleNames, type Role } from '../../shared/review/roles'
import { createRouter } from './router'
import { Seat } from './seat'
import { temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

/** What of a method of the contract these tests look at. */
interface Method {
  readonly act: Act
  readonly input: z.ZodType | undefined
}

/** Every method there is, as the contract lists them. */
const methods: readonly Method[] = Object.entries(contract).flatMap(([room, all]) =>
  Object.entries(all).map(([name, procedure]) => ({
    act: `${room}.${name}` as Act,
    input: (procedure as { '~orpc': { inputSchema?: z.ZodType } })['~orpc'].inputSchema,
  })),
)

test('every method has its row in the policy, and every row its method', () => {
  expect(methods.map(({ act }) => act).toSorted()).toEqual(Object.keys(policy).toSorted())
})

/** The names of all fields of a schema, with the way to each: place.personId, changes[].ops[].fault.by. */
function fieldsIn(schema: unknown, way = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, items, prefixItems, additionalProperties, anyOf, oneOf, allOf } = schema as {
    readonly [key: string]: unknown
    readonly properties?: Readonly<Record<string, unknown>>
  }
  const named = Object.entries(properties ?? {}).flatMap(([name, one]) => {
    const at = way === '' ? name : `${way}.${name}`
    return [at, ...fieldsIn(one, at)]
  })
  const listed = [items, additionalProperties, prefixItems].flat().flatMap(one => fieldsIn(one, `${way}[]`))
  const either = [anyOf, oneOf, allOf].flat().flatMap(one => fieldsIn(one, way))
  return [...new Set([...named, ...listed, ...either])]
}

/** What could say who acts: a person's id, or a name for whoever does it. */
const saysWho = /^(by|person|personId|actor\w*|user\w*|who|me|\w+By|\w*[pP]ersonId|editorId|authorId|people)$/

/** People who are what a method speaks of, not who speaks; and why. */
const subjects: Readonly<Record<string, string>> = {
  'desk.sit personId': 'who takes the seat: what the connection says from then on',
  'people.save person': 'whose name, roles and colour are kept',
  'stories.create plan.editorId': '责编: who is to edit the story',
  'stories.plan change.editorId': '责编: who is to edit the story',
  'stories.planMany changes[].change.editorId': '责编: who is to edit the stories',
  'pages.submit changes[].ops[].fault.by':
    'a kept fault as the page holds it; the newsroom puts the actor in its place',
  'pages.submit changes[].undo[].fault.by':
    'a kept fault as the page held it; when it is put back the newsroom puts the actor in its place',
}

test('no method takes who acts from its input', () => {
  const found = methods.flatMap(({ act, input }) => {
    if (!input) return []
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' })
    return fieldsIn(schema)
      .filter(field => saysWho.test(field.split('.').at(-1)!.replaceAll('[]', '')))
      .map(field => `${act} ${field}`)
  })
  expect([...new Set(found)].toSorted()).toEqual(Object.keys(subjects).toSorted())
})

test('the walk over a schema sees what is hidden in lists, choices and records', () => {
  const hidden = z.object({
    list: z.array(
      z.union([
        z.object({ by: z.string() }),
        z.discriminatedUnion('k', [
          z.object({ k: z.literal('a'), deep: z.record(z.string(), z.object({ personId: z.string() })) }),
        ]),
      ]),
    ),
    both: z.object({ actor: z.string() }).and(z.object({ x: z.string().optional().nullable() })),
  })
  const schema = z.toJSONSchema(hidden, { io: 'input', unrepresentable: 'any', reused: 'inline' })
  expect(fieldsIn(schema)).toEqual(
    expect.arrayContaining(['list[].by', 'list[].deep[].personId', 'both.actor', 'both.x']),
  )
})

const roles = Object.keys(roleNames) as Role[]
const refusals = new Set(['actor.none', 'actor.left', 'actor.may-not'])

describe('what the policy says is what the router does', () => {
  const seats = ['nobody', 'retired', ...roles] as const

  test.each(seats)('to %s', async who => {
    const { newsroom, actor } = await temporaryNewsroom()
    const made = async (role: Role, retired: boolean) => {
      const person = { id: null, name: '某人', roles: [role], colour: '#1F4E8C', retired }
      return valueOf(await newsroom.people.save(actor, person))
    }
    const role = who === 'nobody' || who === 'retired' ? null : who
    const person = who === 'nobody' ? null : await made(role ?? 'chief', who === 'retired')
    const router = createRouter(newsroom)
    const stop = new AbortController()
    onTestFinished(() => stop.abort())

    /** The policy's code, or none where it let the call through: whatever the method makes of empty input. */
    const answerTo = async (act: Act): Promise<string | null> => {
      const client: unknown = createRouterClient(router, { context: { seat: new Seat(person?.id ?? null) } })
      const [room, name] = act.split('.') as [string, string]
      type Call = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>
      const call = (client as Record<string, Record<string, Call>>)[room]![name]!
      try {
        await call(undefined, { signal: stop.signal })
        return null
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error
        const { code } = (error.data ?? {}) as { code?: string }
        if (code !== undefined && refusals.has(code)) return code
        // Only the input may be wrong: the policy is asked before it is looked at.
        if (error.code !== 'BAD_REQUEST') throw error
        return null
      }
    }
    const expected = (act: Act): string | null => {
      const answer = may(role && { id: person!.id, name: '某人', roles: [role] }, act)
      if (answer.ok) return null
      return who === 'retired' ? 'actor.left' : answer.failure.code
    }
    for (const { act } of methods) {
      // Sitting down and leaving change the seat of that call's connection only.
      expect([act, await answerTo(act)]).toEqual([act, expected(act)])
    }
  })
})
