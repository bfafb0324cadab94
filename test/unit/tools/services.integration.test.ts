import { allOperations, documentFolders } from "../../../provider/contract";
import { kinds } from "../../../provider/kinds";
import { servicesPage, usersOf } from "../../../tools/generate/services";
import { findUses, type Uses } from "../../../tools/generate/uses";

let uses: Uses;
beforeAll(() => {
  uses = findUses();
});

const sorted = (keys: ReadonlySet<string> | undefined): string[] => [...(keys ?? [])].sort();
const operation = (wanted: string) => {
  const found = allOperations.find(({ key }) => key === wanted);
  if (found === undefined) {
    throw new Error(`There is no operation ${wanted}`);
  }
  return found;
};

describe("what uses an operation is found in the code", () => {
  it("each function uses at least one, and each that it uses exists", () => {
    const keys = new Set(allOperations.map(({ key }) => key));
    expect(uses.functions.size).toBeGreaterThan(20);
    for (const [name, used] of uses.functions) {
      expect([name, used.size > 0]).toEqual([name, true]);
      expect([...used].filter((key) => !keys.has(key))).toEqual([]);
    }
  });

  it.each([
    ["getOrganisation", ["getOrganisation", "getOrganisations"]],
    ["getRoles", ["getRoles"]],
    ["getCapacityReportAsCsv", ["getCapacityReportAsCsv"]],
    ["getBucketFiles", ["attachments", "data", "metadata", "projects", "schemas"].map((it) => `store/${it}.listFiles`)],
  ])("%s", (name, expected) => {
    expect(sorted(uses.functions.get(name))).toEqual(expected);
  });

  it("a command uses what its parts use", () => {
    expect(sorted(uses.commands.get("report"))).toEqual([
      "getCapacityReport",
      "getCapacityReportAsCsv",
      "getServiceUsage",
      "getValidationReport",
      "getValidationReports",
    ]);
    expect(sorted(uses.commands.get("doctor"))).toContain("getResourcePermissionInfo");
    expect(sorted(uses.commands.get("setup"))).toEqual([]);
  });

  it("a kind uses what it declares, and what its parts and obstacles ask", () => {
    expect([...uses.kinds.keys()]).toEqual(kinds.map(({ name }) => name));
    expect(sorted(uses.kinds.get("Theme"))).toEqual(
      expect.arrayContaining(["createTheme", "deleteTheme", "getTheme", "getThemes", "updateTheme"]),
    );
    expect(sorted(uses.kinds.get("TransformationProject"))).toEqual(
      expect.arrayContaining(["getProject", "getProjects"]),
    );
    expect(sorted(uses.kinds.get("Bucket"))).toContain("store/metadata.createBucketWithOwner");
    expect(sorted(uses.kinds.get("Schema"))).not.toContain("store/data.replaceFile");
  });

  it("the client logs in by itself", () => {
    expect(sorted(uses.client)).toEqual(expect.arrayContaining(["getProfileOfCurrentUser", "login"]));
  });
});

describe("docs/services.md", () => {
  it("has a section for each of the platform's services, and a row for each operation", () => {
    const page = servicesPage(uses);
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, name]) => `/${name ?? ""}`)).toEqual([...documentFolders]);
    expect([...page.matchAll(/^\| `\w+` \|/gm)]).toHaveLength(allOperations.length);
  });

  it("says of an operation that nothing uses that nothing does", () => {
    expect(usersOf(operation("getOrganisationLogo"), uses)).toEqual([]);
    expect(servicesPage(uses)).toMatch(/^\| `getOrganisationLogo` \|.*\| nothing \|$/m);
    expect(usersOf(operation("login"), uses)).toEqual(["every process"]);
  });
});
