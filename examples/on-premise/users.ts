import { User } from "pulumi-haleconnect";
import { spatialData, town, works } from "./organisations";

/** One of each role. No passwords are here: everybody sets one by the mailed link. */
const people = [
  { username: "lea.aue", fullName: "Lea Aue", organisation: spatialData, role: "orgAdmin" },
  { username: "tim.aue", fullName: "Tim Aue", organisation: spatialData, role: "themeManager" },
  { username: "dora.stadt", fullName: "Dora Stadt", organisation: town, role: "dataManager" },
  { username: "ulf.werke", fullName: "Ulf Werke", organisation: works, role: "user" },
] as const;

type Username = (typeof people)[number]["username"];

export const users = Object.fromEntries(
  people.map((person) => [
    person.username,
    new User(person.username, { ...person, email: `${person.username}@aue.example` }),
  ]),
) as Record<Username, User>;
