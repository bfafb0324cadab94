import { headers } from "../contract/headers";
import type { RequestInfo } from "./request-info";
import type { Answer, FailureKind, Outcome } from "./outcome";

/** How often a request was sent in vain so far, by reason. */
export interface Tries {
  readonly limited: number;
  readonly unreachable: number;
  readonly troubled: number;
  readonly lastWait: number;
}

export const noTries: Tries = { limited: 0, unreachable: 0, troubled: 0, lastWait: 0 };

/** Attempts in all, the first one included. A refused request (429) was not executed, so it gets more. */
const MOST = { limited: 10, unreachable: 4, troubled: 5 } as const;

/** Milliseconds. */
const SHORTEST_WAIT = 200;
const LONGEST_WAIT = 10_000;
/** A server that asks for more is not waited for: the person is told. */
export const LONGEST_PAUSE = 120_000;

/**
 * `done`: the answer counts. `again`: after a wait, which all calls of the process keep when `forAll`.
 * `lost`: given up, and nothing was executed, or what was may be repeated by the person. `doubt`: it may have been executed.
 */
export type Step =
  | { readonly step: "done"; readonly answer: Answer }
  | { readonly step: "again"; readonly wait: number; readonly forAll: boolean; readonly tries: Tries }
  | { readonly step: "lost" | "doubt"; readonly outcome: Outcome };

/** What to do after an attempt. */
export function nextStep(info: RequestInfo, outcome: Outcome, tries: Tries, random: () => number): Step {
  const finding = outcome.kind === "answer" ? judgeAnswer(info, outcome) : judgeFailure(info, outcome.kind);
  if (finding === "done") {
    return outcome.kind === "answer" ? { step: "done", answer: outcome } : { step: "lost", outcome };
  }
  return finding === "lost" || finding === "doubt"
    ? { step: finding, outcome }
    : repeat(outcome, tries, finding, random);
}

type Finding = "done" | "lost" | "doubt" | keyof typeof MOST;

function judgeFailure(info: RequestInfo, kind: FailureKind): Finding {
  switch (kind) {
    case "unreachable":
      return "unreachable";
    case "untrusted":
    case "noTls":
    case "proxy":
      return "lost";
    case "tooLarge":
      return info.isRepeatable ? "lost" : "doubt";
    case "broken":
      return info.isRepeatable ? "troubled" : "doubt";
  }
}

function judgeAnswer(info: RequestInfo, answer: Answer): Finding {
  if (answer.status === 429) {
    return "limited";
  }
  const isComplete = info.mayBeEmpty === true && answer.text.trim() === "";
  const isLost = info.wantsJson && isUnreadable(answer) && !isComplete;
  if (answer.status < 500 && !isLost) {
    return "done";
  }
  if (!info.isRepeatable) {
    return "doubt";
  }
  const isHopeless = isForeign(answer) || answer.status === 501 || answer.status > 504;
  return isHopeless ? "done" : "troubled";
}

function repeat(outcome: Outcome, before: Tries, reason: keyof typeof MOST, random: () => number): Step {
  const tries = { ...before, [reason]: before[reason] + 1 };
  if (tries[reason] >= MOST[reason]) {
    return outcome.kind === "answer" && !isUnreadable(outcome)
      ? { step: "done", answer: outcome }
      : { step: "lost", outcome };
  }
  const asked = outcome.kind === "answer" ? pauseAskedFor(outcome) : undefined;
  if (outcome.kind === "answer" && asked !== undefined && asked > LONGEST_PAUSE) {
    return { step: "done", answer: outcome };
  }
  const wait = asked ?? jittered(before.lastWait, random);
  return {
    step: "again",
    wait,
    forAll: reason === "limited" || asked !== undefined,
    tries: { ...tries, lastWait: wait },
  };
}

/** Decorrelated jitter: callers that were refused together do not come back together. */
function jittered(last: number, random: () => number): number {
  const most = Math.max(SHORTEST_WAIT, last) * 3;
  return Math.min(LONGEST_WAIT, SHORTEST_WAIT + random() * (most - SHORTEST_WAIT));
}

/** Retry-After in milliseconds: seconds, or a date, which is compared with the server's own clock. */
export function pauseAskedFor(answer: Answer): number | undefined {
  const value = answer.headers[headers.retryAfter]?.trim() ?? "";
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.parse(answer.headers["date"] ?? "");
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** It says that it succeeded, but what it says cannot be read: cut off, or not JSON at all. */
export function isUnreadable(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300 && !isJson(answer.text);
}

/** A page for people: another kind of server, or one that stands in between. Asking again brings the same page. */
function isForeign(answer: Answer): boolean {
  return isUnreadable(answer) && /html|xml/i.test(answer.headers["content-type"] ?? "");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
