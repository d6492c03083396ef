import { found, NOT_FOUND, refused, type Routes } from '../route.ts'

export const ACCOUNT_ROUTES: Routes = {
  'GET /user': {
    answer({ world, login }) {
      const account = world.accounts.get(login.toLowerCase())
      if (!account) return refused(403, 'Resource not accessible by integration')
      const { id, type, createdAt } = account
      return found({ login: account.login, id, type, created_at: createdAt, user_view_type: 'public' })
    },
  },
  'GET /users/{username}': {
    answer({ world, parameters }) {
      const account = world.accounts.get(parameters.username!.toLowerCase())
      if (!account) return NOT_FOUND
      const { login, id, type, createdAt } = account
      return found({ login, id, type, created_at: createdAt, user_view_type: 'public' })
    },
  },
  'GET /orgs/{org}/public_members/{username}': {
    answer({ world, parameters }) {
      const organization = world.accounts.get(parameters.org!.toLowerCase())
      return organization?.publicMembers?.includes(parameters.username!) ? { status: 204 } : NOT_FOUND
    },
  },
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': {
    answer({ world, parameters }) {
      const permission = world.permissions.get(parameters.username!) ?? 'read'
      return found({ permission, role_name: permission, user: null })
    },
  },
}
