import { connect } from '../../publish/github/connect.ts'
import { deviceSignIn } from '../../publish/github/device-sign-in.ts'
import { follow } from '../../publish/github/follow.ts'
import { propose } from '../../publish/github/propose.ts'
import { readProgress } from '../../publish/github/read-progress.ts'
import { findToken } from '../../publish/github/sign-in.ts'
import { openPullFor, whoAmI } from '../../publish/github/who.ts'

/** GitHub, as far as the program talks to it. */
export interface GitHubDoor {
  findToken: typeof findToken
  deviceSignIn: typeof deviceSignIn
  connect: typeof connect
  whoAmI: typeof whoAmI
  openPullFor: typeof openPullFor
  propose: typeof propose
  readProgress: typeof readProgress
  follow: typeof follow
}

export const gitHub: GitHubDoor = {
  findToken,
  deviceSignIn,
  connect,
  whoAmI,
  openPullFor,
  propose,
  readProgress,
  follow,
}
