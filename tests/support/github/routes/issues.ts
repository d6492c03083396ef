import { commentBody, issueBody } from '../bodies.ts'
import { found, NOT_FOUND, type Routes } from '../route.ts'
import { nextNumber } from './pulls.ts'

export const ISSUE_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}/issues': {
    answer({ world, query }) {
      const [state, creator] = [query.get('state') ?? 'open', query.get('creator')]
      const all = [...world.issues.values(), ...world.pulls.values()]
      const chosen = all.filter(
        (item) => (state === 'all' || item.state === state) && (!creator || item.author === creator),
      )
      return found(chosen.sort((a, b) => b.number - a.number).map((item) => issueBody(world, item)))
    },
  },
  'POST /repos/{owner}/{repo}/issues': {
    needs: ['issues'],
    answer({ world, body, login }) {
      const number = nextNumber(world)
      const issue = {
        number,
        author: login,
        title: String(body.title),
        body: String(body.body),
        state: 'open' as const,
      }
      world.issues.set(number, issue)
      return { status: 201, body: issueBody(world, issue) }
    },
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}': {
    answer({ world, parameters }) {
      const number = Number(parameters.issue_number)
      const item = world.issues.get(number) ?? world.pulls.get(number)
      return item ? found(issueBody(world, item)) : NOT_FOUND
    },
  },
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': {
    needs: ['issues'],
    answer({ world, parameters, body }) {
      const issue = world.issues.get(Number(parameters.issue_number))
      if (!issue) return NOT_FOUND
      Object.assign(issue, body)
      return found(issueBody(world, issue))
    },
  },
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    answer({ world, parameters }) {
      const comments = world.comments.filter(({ issue }) => issue === Number(parameters.issue_number))
      return found(comments.map((comment) => commentBody(world, comment)))
    },
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    needs: ['issues', 'pull-requests'],
    answer({ world, parameters, body, login }) {
      const text = String(body.body)
      const comment = {
        id: world.nextId(),
        issue: Number(parameters.issue_number),
        author: login,
        body: text,
        history: [text],
      }
      world.comments.push(comment)
      return { status: 201, body: commentBody(world, comment) }
    },
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    needs: ['issues', 'pull-requests'],
    answer({ world, parameters, body }) {
      const comment = world.comments.find(({ id }) => id === Number(parameters.comment_id))
      if (!comment) return NOT_FOUND
      comment.body = String(body.body)
      comment.history.push(comment.body)
      return found(commentBody(world, comment))
    },
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    needs: ['issues', 'pull-requests'],
    answer({ world, parameters }) {
      const place = world.comments.findIndex(({ id }) => id === Number(parameters.comment_id))
      if (place >= 0) world.comments.splice(place, 1)
      return { status: 204 }
    },
  },
}
