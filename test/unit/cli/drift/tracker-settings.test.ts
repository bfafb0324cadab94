import { readTracker } from "../../../../provider/cli/drift/issue";
import { HaleconnectError } from "../../../../provider/errors";

describe("the settings of the tracker", () => {
  const problemsOf = (name: string, env: NodeJS.ProcessEnv): string => {
    try {
      readTracker(name, env, { timeoutSeconds: 5 });
      return "";
    } catch (error) {
      return error instanceof HaleconnectError ? error.message : String(error);
    }
  };
  const onGithub = { GITHUB_TOKEN: "token-of-the-job", GITHUB_REPOSITORY: "land/tenant" };
  const onGitlab = { GITLAB_TOKEN: "token", CI_PROJECT_ID: "42", CI_API_V4_URL: "https://gitlab.example/gl/api/v4/" };

  it("are the pipeline's own variables", () => {
    expect(readTracker("github", onGithub, { timeoutSeconds: 5 })).toMatchObject({
      api: "https://api.github.com",
      project: "land/tenant",
    });
    expect(readTracker("gitlab", onGitlab, { timeoutSeconds: 5 })).toMatchObject({
      api: "https://gitlab.example/gl/api/v4",
      project: "42",
    });
  });

  it("prefer a token that is named after this command", () => {
    const both = { ...onGitlab, HALECONNECT_GITLAB_TOKEN: "own-token" };
    expect(readTracker("gitlab", both, { timeoutSeconds: 5 }).token.reveal()).toBe("own-token");
  });

  it("are told all at once where they are missing, and that a token of the job does not do", () => {
    const text = problemsOf("gitlab", { CI_JOB_TOKEN: "job" });
    expect(text).toMatch(/^HC8307 /);
    expect(text).toContain("HALECONNECT_GITLAB_TOKEN or GITLAB_TOKEN is missing");
    expect(text).toContain("CI_JOB_TOKEN is set, but GitLab does not let it write issues.");
    expect(text).toContain("CI_PROJECT_ID is missing");
    expect(text).toContain("CI_API_V4_URL is missing");
  });

  it.each([
    ["no unencrypted address", { ...onGithub, GITHUB_API_URL: "http://github.example/api/v3" }, "unencrypted"],
    ["no address with a password", { ...onGithub, GITHUB_API_URL: "https://me:secret-word@x" }, "without credentials"],
    ["no project without an owner", { ...onGithub, GITHUB_REPOSITORY: "tenant" }, "an owner and a repository"],
    ["no token with a line break", { ...onGithub, GITHUB_TOKEN: "secret-word\nmore" }, "GITHUB_TOKEN is malformed"],
    ["no file that is not there", { ...onGithub, CI_SERVER_TLS_CA_FILE: "/none.pem" }, "/none.pem"],
  ])("are %s", (_what, env, words) => {
    expect(problemsOf("github", env)).toContain(words);
    expect(problemsOf("github", env)).not.toContain("secret-word");
  });

  it("are of a tracker that is known", () => {
    expect(problemsOf("jira", {})).toMatch(/^HC1007 --issue does not take "jira"/);
  });
});
