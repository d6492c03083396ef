import type { Client } from '../types.ts'
import { amp } from './amp.ts'
import { claudeCode } from './claude-code.ts'
import { claudeDesktop } from './claude-desktop.ts'
import { cline } from './cline.ts'
import { codex } from './codex.ts'
import { copilotCli, eclipse, jetbrains, xcode } from './copilot.ts'
import { cursor } from './cursor.ts'
import { geminiCli } from './gemini-cli.ts'
import { goose } from './goose.ts'
import { junie } from './junie.ts'
import { kiro } from './kiro.ts'
import { lmStudio } from './lm-studio.ts'
import { opencode } from './opencode.ts'
import { docker, toolhive } from './registry-aware.ts'
import { visualStudio, vscode, vscodeInsiders } from './vscode.ts'
import { windsurf } from './windsurf.ts'
import { zed } from './zed.ts'

/** The clients that the site knows, in the order in which people see them. */
export const CLIENTS: readonly Client[] = [
  vscode,
  cursor,
  claudeCode,
  claudeDesktop,
  codex,
  vscodeInsiders,
  visualStudio,
  geminiCli,
  copilotCli,
  jetbrains,
  eclipse,
  xcode,
  junie,
  zed,
  windsurf,
  lmStudio,
  kiro,
  goose,
  cline,
  opencode,
  amp,
  toolhive,
  docker,
]
