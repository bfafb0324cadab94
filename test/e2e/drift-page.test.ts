import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { printers } from "../../provider/drift/printing";
import { report } from "../unit/drift/report";
import { findChromium } from "./support/chromium";

const executablePath = findChromium();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-page-"));
const file = path.join(folder, "drift.html");

let browser: Browser;
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

// A machine without a browser says so: jest shows these tests as skipped.
(executablePath === undefined ? describe.skip : describe)("the page of haleconnect drift in a browser", () => {
  beforeAll(async () => {
    fs.writeFileSync(file, printers.html(report()));
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const shown = () => page.locator(".finding:visible h3").allInnerTexts();

  it("searches, filters and shows all again, and says how many it shows", async () => {
    expect(await shown()).toHaveLength(3);
    await page.getByLabel("Search", { exact: true }).fill("anna LAND");
    expect(await shown()).toEqual(["anna (7) may now act as dataManager in Land Beispiel (2)"]);
    expect(await page.getByRole("status").innerText()).toBe("1 of 3 findings");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("Severity").selectOption("does not count");
    expect(await page.getByRole("status").innerText()).toBe("1 of 3 findings");
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("link", { name: "Amt Neu (14)" }).click();
    expect(await shown()).toEqual(['Organisation "Amt Neu" (14) exists, and no resource declares it']);
  });

  it("can be used by keyboard, and names its parts to a screen reader", async () => {
    await page.reload();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("To the findings");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("findings");
    for (const name of ["Findings", "Coverage"]) {
      expect(await page.getByRole("region", { name }).count()).toBe(1);
    }
    expect(await page.getByRole("search").count()).toBe(1);
    expect(await page.getByRole("navigation", { name: "Organisations" }).count()).toBe(1);
  });

  it("fits on a phone, and prints without its form", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("search").isVisible()).toBe(false);
    expect(await shown()).toHaveLength(3);
  });

  it("loads nothing besides itself, and has no error", () => {
    expect(asked.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
