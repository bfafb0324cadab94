import { json, serve, type Handler, type ScriptedServer, type Seen } from "../../client/scripted-server";

/** An issue as both trackers keep it. */
export interface KeptIssue {
  readonly number: number;
  title: string;
  body: string;
  isOpen: boolean;
  isPullRequest?: true;
  comments: string[];
}

/** What differs between the two: paths, names, and how a token comes along. */
export interface Dialect {
  readonly name: "github" | "gitlab";
  readonly base: string;
  readonly openState: string;
  readonly comments: string;
  readonly tokenIn: (headers: Seen["headers"]) => unknown;
  readonly show: (issue: KeptIssue, url: string) => object;
  readonly change: (issue: KeptIssue, body: Readonly<Record<string, unknown>>) => void;
  readonly method: "PATCH" | "PUT";
  readonly refusal: object;
  readonly env: (url: string) => NodeJS.ProcessEnv;
}

export const TOKEN = "tracker-token-4711";

/** As https://docs.github.com/en/rest/issues describes it. */
export const github: Dialect = {
  name: "github",
  base: "/repos/land/tenant/issues",
  openState: "open",
  comments: "comments",
  tokenIn: ({ authorization }) => authorization?.replace("Bearer ", ""),
  show: ({ number, title, body, isOpen, isPullRequest }, url) => ({
    number,
    title,
    body,
    state: isOpen ? "open" : "closed",
    html_url: `${url}/land/tenant/issues/${number}`,
    ...(isPullRequest === undefined ? {} : { pull_request: { url } }),
  }),
  change: (issue, { body, state }) => {
    issue.body = typeof body === "string" ? body : issue.body;
    issue.isOpen = state === undefined ? issue.isOpen : state === "open";
  },
  method: "PATCH",
  refusal: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
  env: (url) => ({ GITHUB_TOKEN: TOKEN, GITHUB_REPOSITORY: "land/tenant", GITHUB_API_URL: url }),
};

/** As https://docs.gitlab.com/api/issues describes it. */
export const gitlab: Dialect = {
  name: "gitlab",
  base: "/projects/42/issues",
  openState: "opened",
  comments: "notes",
  tokenIn: (headers) => headers["private-token"],
  show: ({ number, title, body, isOpen }, url) => ({
    id: 1000 + number,
    iid: number,
    title,
    description: body,
    state: isOpen ? "opened" : "closed",
    web_url: `${url}/land/tenant/-/issues/${number}`,
  }),
  change: (issue, { description, state_event: event }) => {
    issue.body = typeof description === "string" ? description : issue.body;
    issue.isOpen = event === undefined ? issue.isOpen : event !== "close";
  },
  method: "PUT",
  refusal: { message: "401 Unauthorized" },
  env: (url) => ({ HALECONNECT_GITLAB_TOKEN: TOKEN, CI_PROJECT_ID: "42", CI_API_V4_URL: url }),
};

/** A tracker in miniature. `first` may answer a request in its place, by returning true. */
export class SmallTracker {
  readonly issues: KeptIssue[] = [];
  /** The most items that a page has, whatever is asked for. */
  longestPage = 100;
  first: (...all: Parameters<Handler>) => boolean = () => false;
  #server: ScriptedServer | undefined;

  constructor(readonly dialect: Dialect) {}

  async start(): Promise<this> {
    this.#server = await serve((...all) => {
      if (!this.first(...all)) {
        this.#answer(...all);
      }
    });
    return this;
  }

  get url(): string {
    return this.#server?.url ?? "";
  }

  get env(): NodeJS.ProcessEnv {
    return this.dialect.env(this.url);
  }

  /** The requests that changed something. */
  get writes(): string[] {
    return (this.#server?.paths() ?? []).filter((path) => !path.startsWith("GET "));
  }

  get paths(): string[] {
    return this.#server?.paths() ?? [];
  }

  get open(): KeptIssue[] {
    return this.issues.filter(({ isOpen }) => isOpen);
  }

  has(issue: Partial<KeptIssue>): KeptIssue {
    const number = this.issues.length + 1;
    const kept = { title: "Anything", body: "", isOpen: true, comments: [], ...issue, number };
    this.issues.push(kept);
    return kept;
  }

  readonly #answer: Handler = (seen, response) => {
    const { base, tokenIn, refusal } = this.dialect;
    const url = new URL(seen.path, this.url);
    const body = (seen.body === "" ? {} : JSON.parse(seen.body)) as Readonly<Record<string, string>>;
    if (tokenIn(seen.headers) !== TOKEN) {
      json(response, 401, refusal);
    } else if (url.pathname === base && seen.method === "GET") {
      this.#list(url, response);
    } else if (url.pathname === base && seen.method === "POST") {
      const text = body["body"] ?? body["description"] ?? "";
      json(response, 201, this.dialect.show(this.has({ title: body["title"] ?? "", body: text }), this.url));
    } else {
      this.#answerAboutOne(url.pathname.replace(`${base}/`, ""), seen.method, body, response);
    }
  };

  #answerAboutOne(
    path: string,
    method: string,
    body: Readonly<Record<string, string>>,
    response: Parameters<Handler>[1],
  ): void {
    const [number, rest] = path.split("/");
    const issue = this.issues.find((it) => String(it.number) === number);
    if (issue !== undefined && rest === undefined && method === this.dialect.method) {
      this.dialect.change(issue, body);
      json(response, 200, this.dialect.show(issue, this.url));
    } else if (issue !== undefined && rest === this.dialect.comments && method === "POST") {
      issue.comments.push(body["body"] ?? "");
      json(response, 201, { id: 1 });
    } else {
      json(response, 404, { message: "Not Found" });
    }
  }

  #list(url: URL, response: Parameters<Handler>[1]): void {
    const { openState, show } = this.dialect;
    const asked = (name: string): string | null => url.searchParams.get(name);
    const found = this.issues.filter(({ isOpen }) => asked("state") !== openState || isOpen);
    const size = Math.min(Number(asked("per_page") ?? 20), this.longestPage);
    const page = Number(asked("page") ?? 1);
    const next = new URL(url);
    next.searchParams.set("page", String(page + 1));
    const items = found.slice((page - 1) * size, page * size).map((it) => show(it, this.url));
    json(response, 200, items, page * size < found.length ? { link: `<${next.href}>; rel="next"` } : {});
  }
}
