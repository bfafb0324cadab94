import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { certificateTroubleInWords, connectionTroubleInWords, fileTroubleInWords } from "../../../provider/errors";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-errors-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const troubleOf = (act: () => unknown): string => {
  try {
    act();
    return "none";
  } catch (error) {
    return fileTroubleInWords(error);
  }
};

describe("what the operating system says of a file", () => {
  it.each([
    ["that is not there", () => fs.readFileSync(path.join(folder, "none")), "there is no such file or folder (ENOENT)"],
    ["that is a folder", () => fs.readFileSync(folder), "it is a folder (EISDIR)"],
    ["below a file", () => fs.readFileSync(`${__filename}/x`), "a part of its path is a file, not a folder (ENOTDIR)"],
    ["of too long a name", () => fs.readFileSync(`/${"x".repeat(5000)}`), "its name is too long (ENAMETOOLONG)"],
  ])("%s is told in words", (_, act, words) => {
    expect(troubleOf(act)).toBe(words);
  });

  it("is told as it is where there are no words for it", () => {
    expect(fileTroubleInWords(Object.assign(new Error("EXDEV: cross-device link"), { code: "EXDEV" }))).toBe(
      "EXDEV: cross-device link",
    );
  });
});

describe("what the operating system says of a connection", () => {
  it.each([
    ["ENOTFOUND", "getaddrinfo ENOTFOUND hale.example", "there is no host with the name hale.example"],
    ["EAI_AGAIN", "getaddrinfo EAI_AGAIN hale.example", "the name hale.example cannot be looked up, because"],
    ["ECONNREFUSED", "", "nothing accepts connections at hale.example:443"],
    ["ECONNRESET", "read ECONNRESET", "the connection to hale.example:443 broke off"],
    ["EPIPE", "write EPIPE", "the connection to hale.example:443 broke off"],
    ["ETIMEDOUT", "connect ETIMEDOUT 10.0.0.1:443", "nothing answers at hale.example:443"],
    ["EHOSTUNREACH", "connect EHOSTUNREACH", "there is no way through the network to hale.example:443"],
    ["ENETUNREACH", "connect ENETUNREACH", "there is no way through the network to hale.example:443"],
    ["EACCES", "connect EACCES", "this machine does not allow connections to hale.example:443"],
    ["HPE_INVALID_CONSTANT", "Parse Error: Expected HTTP/", "the server at hale.example:443 does not speak HTTP"],
  ])("%s is told in words, with host and port, and the code comes last", (code, message, words) => {
    const told = connectionTroubleInWords({ code, message }, "hale.example:443");
    expect(told).toContain(words);
    expect(told).toMatch(new RegExp(` \\(${code}\\)$`));
    expect(told).not.toMatch(/getaddrinfo|connect E|read E/);
  });

  it("keeps what there are no words for, with its code once", () => {
    expect(connectionTroubleInWords({ code: "EODD", message: "it is odd" }, "h:1")).toBe("it is odd (EODD)");
    expect(connectionTroubleInWords({ code: "EODD", message: "connect EODD" }, "h:1")).toBe("connect EODD");
    expect(connectionTroubleInWords({ code: "EODD", message: "" }, "h:1")).toBe("the connection to h:1 failed (EODD)");
  });
});

describe("what is wrong with a certificate", () => {
  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate", "the server signed it itself"],
    ["CERT_HAS_EXPIRED", "certificate has expired", "it has expired"],
    ["CERT_NOT_YET_VALID", "certificate is not yet valid", "it is not valid yet"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "unable to verify the first certificate", "the authority that signed it"],
    [
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "Hostname/IP does not match certificate's altnames: Host: localhost. is not in the cert's altnames: DNS:a.example, DNS:b.example",
      "it is made for a.example, b.example",
    ],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "Cert does not contain a DNS name", "it is made for another host"],
  ])("is told in words: %s", (code, message, words) => {
    const told = certificateTroubleInWords({ code, message });
    expect(told).toContain(words);
    expect(told).toMatch(new RegExp(` \\(${code}\\)$`));
  });
});
