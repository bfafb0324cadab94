import { accounts } from "../../../provider/contract";
import { requestInfoOf } from "../../../provider/client/request-info";
import type { Outcome } from "../../../provider/client/outcome";
import { nextStep, noTries, pauseAskedFor, type Step } from "../../../provider/client/retry";

const read = requestInfoOf(accounts.getOrganisation);
const repeatable = requestInfoOf(accounts.updateOrganisation);
const create = requestInfoOf(accounts.createSuborganisation);

const answer = (status: number, headers: Record<string, string> = {}, text = "{}"): Outcome => ({
  kind: "answer",
  status,
  headers: { "content-type": "application/json", ...headers },
  text,
});
const broken: Outcome = { kind: "broken", reason: "reset" };
const unreachable: Outcome = { kind: "unreachable", reason: "refused" };

const after = (info: typeof read, outcome: Outcome): Step => nextStep(info, outcome, noTries, () => 0.5);

/** The waits until it is given up, and how. */
function play(info: typeof read, outcome: Outcome, random = () => 0.5): { waits: number[]; end: string } {
  const waits: number[] = [];
  for (let tries = noTries; ;) {
    const step = nextStep(info, outcome, tries, random);
    if (step.step !== "again") {
      return { waits, end: step.step };
    }
    waits.push(step.wait);
    tries = step.tries;
  }
}

describe("after an attempt", () => {
  it.each([200, 201, 301, 400, 401, 403, 404, 409, 413, 422])("status %d counts, for reads and writes", (status) => {
    expect(after(read, answer(status)).step).toBe("done");
    expect(after(create, answer(status)).step).toBe("done");
  });

  it.each([500, 502, 503, 504])("status %d is tried again if a repetition has the same effect", (status) => {
    expect(after(read, answer(status)).step).toBe("again");
    expect(after(repeatable, answer(status)).step).toBe("again");
    expect(after(create, answer(status)).step).toBe("doubt");
  });

  it("a lost or unreadable answer is tried again, or leaves a creation in doubt", () => {
    for (const outcome of [broken, answer(200, {}, '{"id":'), answer(200, {}, "")]) {
      expect(after(read, outcome).step).toBe("again");
      expect(after(repeatable, outcome).step).toBe("again");
      expect(after(create, outcome).step).toBe("doubt");
    }
  });

  it("a request that was not executed is tried again, even a creation", () => {
    expect(after(create, answer(429)).step).toBe("again");
    expect(after(create, unreachable).step).toBe("again");
  });

  it("a failed verification of a certificate and a refusal by a proxy are final, and leave no doubt", () => {
    expect(after(create, { kind: "untrusted", reason: "" }).step).toBe("lost");
    expect(after(create, { kind: "proxy", reason: "" }).step).toBe("lost");
  });

  it("a page for people ends the attempts", () => {
    expect(after(read, answer(200, { "content-type": "text/html" }, "<html>")).step).toBe("done");
    expect(after(create, answer(200, { "content-type": "text/html" }, "<html>")).step).toBe("doubt");
  });

  it("the client gives up after five attempts, four without a connection, or ten answers that ask for a pause", () => {
    expect(play(read, broken)).toMatchObject({ waits: { length: 4 }, end: "lost" });
    expect(play(read, answer(500))).toMatchObject({ waits: { length: 4 }, end: "done" });
    expect(play(read, unreachable)).toMatchObject({ waits: { length: 3 }, end: "lost" });
    expect(play(read, answer(429))).toMatchObject({ waits: { length: 9 }, end: "done" });
  });

  it("waits grow, differ by chance and have a limit", () => {
    expect(play(read, broken, () => 0).waits).toEqual([200, 200, 200, 200]);
    expect(play(read, broken, () => 1).waits).toEqual([600, 1800, 5400, 10_000]);
  });
});

describe("Retry-After", () => {
  const asked = (headers: Record<string, string>) => pauseAskedFor({ kind: "answer", status: 429, headers, text: "" });

  it("is understood in seconds and as a date of the server's clock", () => {
    expect(asked({ "retry-after": "7" })).toBe(7_000);
    expect(asked({ "retry-after": "Tue, 24 Nov 2026 10:00:30 GMT", date: "Tue, 24 Nov 2026 10:00:00 GMT" })).toBe(
      30_000,
    );
    expect(asked({ "retry-after": "Tue, 24 Nov 2026 09:00:00 GMT", date: "Tue, 24 Nov 2026 10:00:00 GMT" })).toBe(0);
  });

  it("ends the attempts if it is too long, and is ignored if it is nonsense", () => {
    expect(after(create, answer(429, { "retry-after": "86400" }))).toMatchObject({ step: "done" });
    expect(after(create, answer(429, { "retry-after": "120" }))).toMatchObject({ step: "again", wait: 120_000 });
    expect(asked({ "retry-after": "soon" })).toBeUndefined();
    expect(asked({})).toBeUndefined();
  });

  it("holds for all calls", () => {
    expect(after(create, answer(429, { "retry-after": "3" }))).toMatchObject({
      step: "again",
      wait: 3_000,
      forAll: true,
    });
    expect(after(read, answer(503, { "retry-after": "3" }))).toMatchObject({
      step: "again",
      wait: 3_000,
      forAll: true,
    });
    expect(after(read, answer(503))).toMatchObject({ step: "again", forAll: false });
  });
});
