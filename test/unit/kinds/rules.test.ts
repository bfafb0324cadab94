import { kinds, type Kind } from "../../../provider/kinds";
import { UNKNOWN } from "../../../provider/lifecycle/values/unknown";
import { validate } from "../../../provider/lifecycle/checking/validate";

const reasons = (kindName: string, inputs: Readonly<Record<string, unknown>>): string[] => {
  const kind = kinds.find(({ name }) => name === kindName) as Kind;
  return validate(kind, inputs).map(({ reason }) => reason.split("\n")[0] ?? "");
};

describe("CswConfiguration", () => {
  const csw = (inputs: Readonly<Record<string, unknown>>) =>
    reasons("CswConfiguration", { organisation: "1", ...inputs });

  it("takes languages of both sets of ISO 639-2, in any order", () => {
    expect(csw({ supportedLanguages: ["ger", "eng", "deu"], defaultLanguage: "deu" })).toEqual([]);
  });

  it("takes the codes that ISO 639-2 keeps for local use, and refuses other codes with that letter", () => {
    expect(csw({ supportedLanguages: ["ger", "qaa", "qtz"] })).toEqual([]);
    expect(csw({ supportedLanguages: ["qua1"] })).toHaveLength(1);
    expect(csw({ supportedLanguages: ["qzz"] })).toHaveLength(1);
  });

  it.each([
    [{ supportedLanguages: ["xyz"] }, /supportedLanguages.*expected an ISO 639-2 code/],
    [{ defaultLanguage: "de" }, /defaultLanguage.*expected an ISO 639-2 code/],
    [{ supportedLanguages: [] }, /at least one language/],
    [{ date: "2026-02-30" }, /`date`.*expected a date, YYYY-MM-DD/],
    [{ temporalExtent: { begin: "yesterday" } }, /`temporalExtent.begin`/],
    [{ serviceConformity: "perfect" }, /`serviceConformity`/],
    [{ supportedLanguages: ["eng"], defaultLanguage: "ger" }, /"ger" is not among `supportedLanguages`/],
    [{ temporalExtent: { begin: "2026-01-02", end: "2026-01-01" } }, /`temporalExtent` ends before it begins/],
  ])("refuses %j", (inputs, expected) => {
    expect(csw(inputs)).toEqual([expect.stringMatching(expected)]);
  });

  it("takes an interval with an open end", () => {
    expect(csw({ temporalExtent: { begin: "2026-01-02", end: "" } })).toEqual([]);
    expect(csw({ temporalExtent: { end: "2026-01-01" } })).toEqual([]);
  });

  it("says a broken rule in a preview too, before the organisation exists", () => {
    const inputs = { organisation: UNKNOWN, supportedLanguages: ["eng"], defaultLanguage: "ger" };
    expect(reasons("CswConfiguration", inputs)).toHaveLength(1);
    expect(reasons("CswConfiguration", { ...inputs, defaultLanguage: UNKNOWN })).toEqual([]);
  });
});

describe("ApiToken", () => {
  const token = (inputs: Readonly<Record<string, unknown>>) =>
    reasons("ApiToken", { organisation: "1", name: "viewer", ...inputs });

  it.each([
    [{ validDays: 0 }, /`validDays`/],
    [{ validFrom: "tomorrow" }, /expected a moment such as/],
    [{ validDays: 7, reminderDays: 8 }, /`reminderDays` is more than the 7 days/],
    [{ renewDays: 14 }, /`renewDays` has to be less than the 14 days/],
  ])("refuses %j", (inputs, expected) => {
    expect(token(inputs)).toEqual([expect.stringMatching(expected)]);
  });
});

describe("User", () => {
  const user = {
    username: "erika",
    fullName: "Erika Muster",
    email: "erika@muster.example",
    organisation: "1",
    role: "user",
  };

  it.each([
    [{ email: "erika" }, /`email`/],
    [{ username: "e r" }, /`username`/],
    [{ contact: { country: "DE" } }, /no input `contact.country`/],
    [{ password: "sunshine1" }, /`password`.*from 3 of: lower case, upper case, digits, others/],
    [{ organisation: "the county" }, /expected the number of an organisation/],
  ])("refuses %j", (inputs, expected) => {
    expect(reasons("User", { ...user, ...inputs })).toEqual([expect.stringMatching(expected)]);
  });

  it("does not repeat a password that it refuses", () => {
    const kind = kinds.find(({ name }) => name === "User") as Kind;
    const [failure] = validate(kind, { ...user, password: "sunshine1" });
    expect(failure?.reason).not.toContain("sunshine1");
  });
});
