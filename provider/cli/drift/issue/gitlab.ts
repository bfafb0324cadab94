import { z } from "zod";
import { bearsMark } from "../../../drift/issue/aim";
import type { Issue, Tracker } from "../../../drift/issue/keeping";
import { TrackerCalls } from "./calls";
import type { TrackerSettings } from "./settings";

/** The number within the project is `iid`. */
const issueModel = z.object({ iid: z.int(), web_url: z.string(), description: z.string().nullish() });

/**
 * https://docs.gitlab.com/api/issues/. The list is not searched by its text: the index of a search may be behind, and a
 * second run would not see what the first one has just opened.
 */
export class GitlabIssues implements Tracker {
  readonly calls: TrackerCalls;
  readonly #issues: string;

  constructor(tracker: TrackerSettings, signal: AbortSignal) {
    this.calls = new TrackerCalls(tracker, { "private-token": tracker.token.reveal() }, signal);
    this.#issues = `/projects/${encodeURIComponent(tracker.project)}/issues`;
  }

  openWith(mark: string): Promise<readonly Issue[]> {
    const path = `${this.#issues}?state=opened&scope=all&order_by=created_at&sort=asc`;
    return this.calls.list(path, issueModel, (item) =>
      bearsMark(item.description ?? "", mark) ? issueOf(item) : undefined,
    );
  }

  async open(title: string, description: string): Promise<Issue> {
    return issueOf(await this.calls.write("POST", this.#issues, { title, description }, issueModel));
  }

  async rewrite({ number }: Issue, description: string): Promise<void> {
    await this.calls.write("PUT", `${this.#issues}/${number}`, { description }, issueModel);
  }

  async close({ number }: Issue): Promise<void> {
    await this.calls.write("PUT", `${this.#issues}/${number}`, { state_event: "close" }, issueModel);
  }

  async comment({ number }: Issue, body: string): Promise<void> {
    await this.calls.write("POST", `${this.#issues}/${number}/notes`, { body }, z.looseObject({}));
  }
}

function issueOf({ iid, web_url: url, description }: z.output<typeof issueModel>): Issue {
  return { number: iid, url, body: description ?? "" };
}
