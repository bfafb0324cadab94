import { z } from "zod";
import { bearsMark } from "../../../drift/issue/aim";
import type { Issue, Tracker } from "../../../drift/issue/keeping";
import { TrackerCalls } from "./calls";
import type { TrackerSettings } from "./settings";

/** The text of an issue without one is null. A pull request is in the list too, and says so. */
const issueModel = z.object({
  number: z.int(),
  html_url: z.string(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/** https://docs.github.com/en/rest/issues/issues, also of a GitHub Enterprise Server. */
export class GithubIssues implements Tracker {
  readonly calls: TrackerCalls;
  readonly #issues: string;

  constructor(tracker: TrackerSettings, signal: AbortSignal) {
    const headers = {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${tracker.token.reveal()}`,
      "x-github-api-version": "2022-11-28",
    };
    this.calls = new TrackerCalls(tracker, headers, signal);
    this.#issues = `/repos/${tracker.project}/issues`;
  }

  openWith(mark: string): Promise<readonly Issue[]> {
    return this.calls.list(`${this.#issues}?state=open&sort=created&direction=asc`, issueModel, (item) =>
      item.pull_request === undefined && bearsMark(item.body ?? "", mark) ? issueOf(item) : undefined,
    );
  }

  async open(title: string, body: string): Promise<Issue> {
    return issueOf(await this.calls.write("POST", this.#issues, { title, body }, issueModel));
  }

  async rewrite({ number }: Issue, body: string): Promise<void> {
    await this.calls.write("PATCH", `${this.#issues}/${number}`, { body }, issueModel);
  }

  async close({ number }: Issue, why: "done" | "duplicate"): Promise<void> {
    const reason = why === "done" ? "completed" : "not_planned";
    await this.calls.write("PATCH", `${this.#issues}/${number}`, { state: "closed", state_reason: reason }, issueModel);
  }

  async comment({ number }: Issue, text: string): Promise<void> {
    await this.calls.write("POST", `${this.#issues}/${number}/comments`, { body: text }, z.looseObject({}));
  }
}

function issueOf({ number, html_url: url, body }: z.output<typeof issueModel>): Issue {
  return { number, url, body: body ?? "" };
}
