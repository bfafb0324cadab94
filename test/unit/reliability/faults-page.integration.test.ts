import { sumOf, tableOf } from "../../reliability/faults-page";

const nothing = { lost: [], doubled: [], different: [] };

it("counts what came of the lives; one that does not apply is none", () => {
  expect(
    sumOf([
      "converges",
      "does not apply",
      "stops with HC4005",
      { failure: "not a clear error" },
      { failure: "lost", deviations: { ...nothing, lost: ["Soest"], different: ["a", "b"] } },
    ]),
  ).toBe(
    "4 lives: 1 converged by themselves, 1 stopped with a clear error and converged with the next run, 2 failed, " +
      "1 organisations lost, 0 doubled, 2 fields with another value",
  );
});

it("shows what failed, and what was not tried, as such", () => {
  const endings = { login: "converges", getProfile: { failure: "lost" } } as const;
  expect(tableOf(["login", "getProfile", "other"], ["500"], (key) => endings[key as keyof typeof endings])).toBe(
    ["| operation | 500 |", "| --- | --- |", "| `login` | ✓ |", "| `getProfile` | ✗ |", "| `other` | ✗ |"].join("\n"),
  );
});
