import type { Profile } from "../../../../emulator/world/content-model";
import { Contents, profileIdOf } from "../../../../emulator/world/contents";

const profile = (id: string, changes: Partial<Profile> = {}): Profile => ({
  id,
  owner: { type: "org", id: "2" },
  schema: "s",
  name: "Kreis",
  author: "Erika Muster",
  public: false,
  mandatoryFeatureTypes: ["Road"],
  constraints: [],
  conditions: [],
  taggedValues: [],
  createdBy: "1",
  created: 1,
  lastModified: 1,
  ...changes,
});

describe("the contents of a world", () => {
  it("have a schema's origin; without one it came as files", () => {
    const contents = new Contents();
    contents.setOrigin("a", { kind: "preset", preset: "p" });
    expect([contents.originOf("a"), contents.originOf("b")]).toEqual([
      { kind: "preset", preset: "p" },
      { kind: "file" },
    ]);
  });

  it("have profiles in the order of their combined ids, and those of a schema", () => {
    const contents = new Contents();
    contents.addProfile(profile("b"));
    contents.addProfile(profile("a", { schema: "other" }));
    contents.addProfile(profile("c", { owner: { type: "org", id: "1" } }));
    expect(contents.profiles().map(profileIdOf)).toEqual(["org.1.c", "org.2.a", "org.2.b"]);
    expect(contents.profilesOf("s").map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("change the fields of a profile: an empty text clears a field, an empty list stays a list", () => {
    const contents = new Contents();
    contents.addProfile(profile("a"));
    contents.changeProfile("a", 2, { author: "", mandatoryFeatureTypes: [], version: "1" });
    const { author: _author, ...rest } = profile("a", { mandatoryFeatureTypes: [], version: "1", lastModified: 2 });
    expect(contents.profile("a")).toEqual(rest);
  });

  it("lose the profiles of a deleted organisation", () => {
    const contents = new Contents();
    contents.addProfile(profile("a"));
    contents.addProfile(profile("b", { owner: { type: "user", id: "2" } }));
    contents.dropOrganisation("2");
    expect(contents.profiles().map(({ id }) => id)).toEqual(["b"]);
  });

  it("keep the links of one side of a project when the other side is set; an empty list removes them", () => {
    const contents = new Contents();
    contents.link("p", { source: ["a"] });
    contents.link("p", { target: ["b"] });
    expect(contents.linksOf("p")).toEqual({ source: ["a"], target: ["b"] });
    contents.link("p", { source: [] });
    expect(contents.linksOf("p")).toEqual({ target: ["b"] });
  });
});
