/** How a proof of ownership is told to people. */
export interface ProofWords {
  title: string
  /** Why the namespace is the account's; behind a sentence that names the account. */
  ownership: string
  /** What stood behind one version; behind a sentence that names the account of the pull request. */
  publication: string
  /** What was looked at, for those who want to know exactly. */
  how: string
  /** What it does not show. */
  limit: string
}

/** By the kinds that owner.json and the gate's commits know, in the order in which the gate tries them. */
export const PROOF_WORDS: Readonly<Record<string, ProofWords>> = {
  policy: {
    title: 'Settings of this registry',
    ownership: 'The policy of this registry gives it the namespace.',
    publication: 'The settings of this registry let that account publish here.',
    how: 'The operator names the accounts or teams that may publish in the namespace. The pull request came from one of them.',
    limit: 'Nobody outside the registry was asked.',
  },
  maintainer: {
    title: 'A maintainer’s decision',
    ownership: 'A maintainer of this registry checked it.',
    publication: 'A maintainer of this registry gave the namespace to that account.',
    how: 'A maintainer settled by hand whose namespace it is, and wrote the account down. The pull request came from that account.',
    limit: 'What the maintainer looked at is in the commit that wrote it down, and nowhere else.',
  },
  author: {
    title: 'The account itself',
    ownership: 'The pull request came from that account.',
    publication: 'The namespace belongs to that account.',
    how: 'The namespace ends in the name of a GitHub account, and the pull request came from this account. Accounts are compared by their numeric id, which stays when the login changes hands.',
    limit: 'Whoever can use the account can publish.',
  },
  repository: {
    title: 'A fork of the account',
    ownership: 'The pull request came from a repository of that account.',
    publication: 'Its branch was in a repository of the account that owns the namespace.',
    how: 'The branch of the pull request was in a fork of this registry that the account or organization owns. Somebody who may push there made it.',
    limit: 'It does not show which member of an organization made it.',
  },
  member: {
    title: 'Public membership',
    ownership: 'The pull request came from a member of that organization.',
    publication: 'It was a public member of the organization that owns the namespace.',
    how: 'GitHub listed the author of the pull request among the public members of the organization.',
    limit: 'It does not show what the organization lets that member do.',
  },
  claim: {
    title: 'A file of the account',
    ownership: 'The account confirmed the publisher in a public file.',
    publication: 'The owner of the namespace names that account in a public file.',
    how: 'The file mcp-registry.json in the public repository .github of the account lists the numeric id of the author.',
    limit: 'Whoever may write to that repository can change the list.',
  },
  sigstore: {
    title: 'A signature by a workflow',
    ownership: 'A build on GitHub signed the entry for that account.',
    publication: 'A workflow of the account that owns the namespace signed this entry.',
    how: 'A GitHub Actions workflow of the account signed the file of this version. It ran for a tag, a release or the default branch. The signature is in the public log of Sigstore.',
    limit: 'It covers the entry. A package needs a signature of its own.',
  },
  release: {
    title: 'A release of the project',
    ownership: 'The account released the version in a repository that it names.',
    publication:
      'The registry found this version among the releases of a repository of the namespace’s owner.',
    how: 'The listing.md of the server names a repository of the account. The registry saw a new tag there, and made the entry from the server.json at its commit, or from the last entry and the new version. The owner of the repository was compared with the owner of the namespace by numeric id, when the entry was checked and when it was merged.',
    limit: 'Whoever may push tags to that repository can publish.',
  },
  dns: {
    title: 'A DNS record',
    ownership: 'A DNS record of the domain names the publisher, or holds the key that signed the entry.',
    publication: 'A DNS record of the domain names that account, or holds the key that signed this entry.',
    how: 'The namespace is a domain read from back to front. A TXT record of this domain, or of one above it, names the author’s account, or holds a key, and the version carries a signature by this key.',
    limit: 'Whoever can change the records of the domain can put one there.',
  },
  http: {
    title: 'A file on the website',
    ownership: 'A file on the domain names the publisher, or holds the key that signed the entry.',
    publication: 'A file on the domain names that account, or holds the key that signed this entry.',
    how: 'The file /.well-known/mcp-registry-auth on exactly this domain names the author’s account, or holds a key that signed the version. Redirects are not followed.',
    limit: 'Whoever can write to the website can put the file there.',
  },
}

/** The words for a kind that somebody wrote down; `undefined` for one that this site does not know. */
export function proofWords(kind: string | undefined): ProofWords | undefined {
  return kind !== undefined && Object.hasOwn(PROOF_WORDS, kind) ? PROOF_WORDS[kind] : undefined
}
