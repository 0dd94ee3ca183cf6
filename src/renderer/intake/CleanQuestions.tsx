import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CleanQuestion } from '../../shared/cleaning/kinds'
import type { Decision } from './draft-decisions'
import './clean-questions.css'

interface Props {
  readonly questions: readonly CleanQuestion[]
  onDecide(decision: Decision): void
}

function Question({ question, onDecide }: { question: CleanQuestion; onDecide: Props['onDecide'] }) {
  const { key, text, words, choices, free, answer } = question
  const [written, setWritten] = useState(answer?.startsWith('to:') ? answer.slice(3) : '')
  const give = (value: string) => onDecide({ kind: 'answer', key, answer: answer === value ? null : value })
  return (
    <li className={answer === null ? 'question open' : 'question'}>
      <p>
        {text}
        {words !== '' && !text.includes(words) && <q>{words}</q>}
      </p>
      <div role="group" aria-label={text}>
        {choices.map(({ value, name }) => (
          <Button
            key={value}
            size="small"
            type={answer === value ? 'primary' : 'default'}
            aria-pressed={answer === value}
            onClick={() => give(value)}
          >
            {name}
          </Button>
        ))}
        {free !== null && (
          <form
            onSubmit={event => {
              event.preventDefault()
              if (written.trim() !== '') give(`to:${written.trim()}`)
            }}
          >
            <Input
              size="small"
              aria-label={`${words}${free}`}
              placeholder={free}
              maxLength={40}
              value={written}
              onChange={event => setWritten(event.target.value)}
            />
            <Button
              size="small"
              htmlType="submit"
              type={answer !== null && answer === `to:${written.trim()}` ? 'primary' : 'default'}
              disabled={written.trim() === ''}
            >
              {free}
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}

/** What no rule is sure of: asked, and nothing done until it is answered. */
export function CleanQuestions({ questions, onDecide }: Props) {
  if (questions.length === 0) return null
  const open = questions.filter(question => question.answer === null).length
  return (
    <section className="questions" aria-label="要问的">
      <h4>
        拿不准的 <b>{questions.length}</b>
        <em>{open === 0 ? '都答了' : `不答就不改`}</em>
      </h4>
      <ul>
        {questions.map(question => (
          <Question key={question.key} question={question} onDecide={onDecide} />
        ))}
      </ul>
    </section>
  )
}
