import { headers } from "../../provider/contract";
import { altered, type Alteration } from "./alteration";
import { errorAnswer, type OutgoingAnswer } from "./answer";
import type { FaultName } from "./fault-plan";

/** The steps of a call, which a fault takes apart. */
export interface Steps {
  /** Does what the call asks for; refusals are answers too. */
  work(): Promise<OutgoingAnswer>;
  send(answer: OutgoingAnswer): void;
  sendHalf(answer: OutgoingAnswer): void;
  /** Breaks the connection. */
  reset(): void;
  /** Waits, no longer than the client does; without seconds as long as the client does. */
  hold(seconds?: number): Promise<void>;
  /** Announces the call and keeps it; false when the client went away before it was let go. */
  keep(): Promise<boolean>;
}

type Effect = (steps: Steps, seconds?: number, alteration?: Alteration) => Promise<void> | void;

export const undisturbed: Effect = async (steps) => {
  steps.send(await steps.work());
};

export const effects: Readonly<Record<FaultName, Effect>> = {
  "429": (steps, seconds = 1) => {
    steps.send(errorAnswer(429, "Too many requests (asked for)", { [headers.retryAfter]: String(seconds) }));
  },
  "500": (steps) => {
    steps.send(errorAnswer(500, "Internal server error (asked for)"));
  },
  "500-after-commit": async (steps) => {
    await steps.work();
    steps.send(errorAnswer(500, "Internal server error (asked for)"));
  },
  "502": (steps) => {
    steps.send(errorAnswer(502, "Bad gateway (asked for)"));
  },
  "503": (steps, seconds) => {
    const retryAfter = seconds === undefined ? {} : { [headers.retryAfter]: String(seconds) };
    steps.send(errorAnswer(503, "Service unavailable (asked for)", retryAfter));
  },
  "reset-before": (steps) => {
    steps.reset();
  },
  "reset-after": async (steps) => {
    await steps.work();
    steps.reset();
  },
  timeout: async (steps, seconds) => {
    await steps.hold(seconds === 0 ? undefined : seconds);
    steps.reset();
  },
  "timeout-after-commit": async (steps, seconds) => {
    await steps.work();
    await steps.hold(seconds === 0 ? undefined : seconds);
    steps.reset();
  },
  truncated: async (steps) => {
    steps.sendHalf(await steps.work());
  },
  "expired-token": (steps) => {
    steps.send(errorAnswer(401, "The token has expired: log in again."));
  },
  slow: async (steps, seconds = 1) => {
    await steps.hold(seconds);
    steps.send(await steps.work());
  },
  hold: async (steps) => {
    if (await steps.keep()) {
      steps.send(await steps.work());
    }
  },
  altered: async (steps, _seconds, alteration) => {
    const answer = await steps.work();
    steps.send(alteration === undefined ? answer : altered(answer, alteration));
  },
  "hold-after-commit": async (steps) => {
    const answer = await steps.work();
    if (await steps.keep()) {
      steps.send(answer);
    }
  },
};
