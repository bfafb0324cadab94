import type { CatalogueEntry } from "./entry";

/**
 * What can go wrong around the program: the Pulumi engine, the installation of this package (80xx), recordings (82xx),
 * and the look for drift (83xx).
 */
export const engineErrors = {
  HC8001: {
    title: "There is no usable Pulumi engine, and the set-up failed to install one",
    cause: "The set-up found no usable engine. It could not download one from Pulumi, and could not build one with Go.",
    remedy:
      "Install Pulumi (https://www.pulumi.com/docs/install/) or Go (https://go.dev/dl/), and run the command again.",
    exit: "failure",
  },
  HC8002: {
    title: "The set-up cannot write to the cache folder",
    cause: "The set-up keeps the Pulumi engine there.",
    remedy: "Make the cache folder writable, or set XDG_CACHE_HOME to a writable folder.",
    exit: "failure",
  },
  HC8003: {
    title: "The package is linked into the program, and does not find the packages that it needs",
    cause: "Node looks for them in the real folder of the linked package, not in the program.",
    remedy:
      "Run `npm install` in the folder of the package. Or install a copy of it with `npm install --install-links`.",
    exit: "failure",
  },
  HC8201: {
    title: "`haleconnect record` cannot start the other command",
    cause: "There is no such program on PATH, or this account may not run it.",
    remedy: "Check the command after `--`: `haleconnect record -- pulumi up`, for instance.",
    exit: "failure",
  },
  HC8202: {
    title: "The file is not a readable recording",
    cause: "`haleconnect contract verify` reads what `haleconnect record` has written.",
    remedy: "Give the file that `haleconnect record` named at its end.",
    exit: "usage",
  },
  HC8301: {
    title: "Pulumi does not give the state of the stack",
    cause: "`pulumi stack export` failed.",
    remedy:
      "Run `pulumi stack export` in the folder of the program, and do what its error says. Or give a file with an exported state: --state stack.json.",
    exit: "failure",
  },
  HC8302: {
    title: "The file is not the state of a stack",
    cause: "`haleconnect drift` reads what `pulumi stack export` writes.",
    remedy: "Write the file with `pulumi stack export --file stack.json`.",
    exit: "usage",
  },
  HC8303: {
    title: "There is nothing to compare",
    cause: "The state has no resource of this package.",
    remedy: "Run `pulumi up` first. If you mean another stack, name it with --stack, or give its state with --state.",
    exit: "usage",
  },
  HC8304: {
    title: "The state belongs to another project",
    cause: "Pulumi.yaml in this folder names one project, and the state names another one.",
    remedy: "Run the command in the folder of the project, or name the folder with --cwd.",
    exit: "usage",
  },
  HC8305: {
    title: "The ignore file cannot be used",
    cause: "A rule in haleconnect.drift.yaml has an error.",
    remedy:
      "Correct the lines that the message names. A rule has `kind`, `object`, `field`, `type`, `reason` and `expires`: see docs/drift.md.",
    exit: "usage",
  },
  HC8306: {
    title: "The report cannot be written",
    cause: "The command cannot write to the path.",
    remedy: "Give a path in an existing folder that this account may write to.",
    exit: "usage",
  },
  HC8307: {
    title: "The settings of the issue tracker are missing or wrong",
    cause: "`--issue` takes the address, the project and the token from the variables of the pipeline.",
    remedy:
      "GitHub: set GITHUB_TOKEN and GITHUB_REPOSITORY, and GITHUB_API_URL if it is not github.com. GitLab: set HALECONNECT_GITLAB_TOKEN, CI_API_V4_URL and CI_PROJECT_ID. docs/drift.md explains them.",
    exit: "usage",
  },
  HC8308: {
    title: "The issue tracker refuses the token",
    cause: "The token has expired, was revoked, or may not write issues in this project.",
    remedy:
      "GitHub: give the job `permissions: issues: write`. GitLab: use a project access token with the role Reporter or higher and the scope `api`.",
    exit: "authentication",
  },
  HC8309: {
    title: "The issue tracker is unreachable",
    cause: "No complete answer came from its address.",
    remedy:
      "Check the address, the network, and the proxy variables HTTPS_PROXY and NO_PROXY. If a private authority signed the certificate, add the authority's certificate to the file of HALECONNECT_CA_FILE. Then run again. If the issue was opened, the next run finds it.",
    exit: "unreachable",
  },
  HC8310: {
    title: "The issue tracker refuses the call",
    cause: "The tracker answered with a status that the command does not expect.",
    remedy: "Do what the tracker's message asks for, and run again. If the issue was opened, the next run finds it.",
    exit: "failure",
  },
  HC8311: {
    title: "Pulumi cannot repair only these resources",
    cause: "The preview failed, or Pulumi would change more than what drifted. Nothing was changed.",
    remedy:
      "Do what the message asks for. Often the program has changes that nobody has deployed yet: `haleconnect drift --desired` lists these changes, and `pulumi up` deploys them. To leave a resource out, name the others with --target.",
    exit: "failure",
  },
  HC8312: {
    title: "The command cannot ask for a confirmation",
    cause:
      "The command needs your confirmation, because it would change something. It cannot ask, because its input is not a terminal.",
    remedy: "Look at the findings with `haleconnect drift`. Then add --yes.",
    exit: "usage",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
