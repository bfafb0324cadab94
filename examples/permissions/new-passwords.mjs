// A new random password for everybody in people.json, as JSON for `pulumi config set --secret passwords`.
import { randomBytes } from "node:crypto";
import fs from "node:fs";

const people = JSON.parse(fs.readFileSync(new URL("people.json", import.meta.url), "utf8"));
console.log(JSON.stringify(Object.fromEntries(Object.keys(people).map((username) => [username, strong()]))));

/** 24 characters, at least three of the classes lower case, upper case, digits and others. */
function strong() {
  for (;;) {
    const password = randomBytes(18).toString("base64url");
    if ([/[a-z]/, /[A-Z]/, /[0-9]/].every((characters) => characters.test(password))) {
      return password;
    }
  }
}
