// Somebody at a browser of their own: signs in on the page and does what hands do — press, choose, write, look.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, settled } from './browser.mjs';
import { wordsOf } from './words.mjs';

const PATIENCE = 15_000;

/** Signs somebody in through the login page, in the language the browser speaks. */
export async function enter(browser, server, { username, password, language = 'zh', size = DESKTOP, shots }) {
  const context = await browser.newContext({ viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  const person = new Person(page, server.url, language, username, shots);
  await page.goto(`${server.url}/login`);
  await page.locator('#name').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  await person.speak();
  return person;
}

export class Person {
  constructor(page, url, language, name, shots) {
    this.page = page;
    this.url = url;
    this.language = language;
    this.name = name;
    this.shots = shots;
    this.words = wordsOf(language);
  }

  /** Switches the page to the own language if it speaks the other one. */
  async speak() {
    await settled(this.page);
    const other = this.page.getByRole('button', { name: this.language === 'zh' ? '中文' : 'English', exact: true });
    if (!(await other.isVisible())) return;
    const kept = this.page.waitForResponse((response) => response.request().method() === 'PATCH');
    await other.click();
    await kept;
  }

  async go(path) {
    await this.page.goto(this.url + path);
    await settled(this.page);
    await this.page.waitForTimeout(200); // a page that was just fetched has not asked for its content yet
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  }

  async leave() {
    await this.page.context().close();
  }

  /** The dialog or drawer on top. */
  get dialog() {
    return this.page.getByRole('dialog').filter({ visible: true }).last();
  }

  /** A button by the key of its text, or by the text itself; `within` narrows the place. */
  button(text, { within = this.page, values } = {}) {
    const name = text instanceof RegExp ? text : this.text(text, values);
    return within.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
  }

  async press(text, options = {}) {
    await this.button(text, options).click();
  }

  /** The dialog's own button; waits until the dialog is gone. */
  async agree(text, values) {
    const { dialog } = this;
    const title = await dialog.elementHandle();
    await this.button(text, { within: dialog, values }).click();
    await title.waitForElementState('hidden', { timeout: 120_000 }).catch(async () => {
      throw new Error(`${this.name}: the dialog stays open and says: ${await dialog.innerText()}`);
    });
  }

  /** The text of a key such as `stock.receive`; anything else is a text already. */
  text(text, values) {
    return /^[a-zA-Z]+\.[\w-]+$/.test(text) ? this.words(text, values) : text;
  }

  /** A text of which only the frame is known: `convertAll` with any number in it. */
  pattern(key) {
    const frame = this.words(key, new Proxy({}, { get: () => '\u0000' }));
    const parts = frame.split('\u0000').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`);
  }

  /** A control by the words above it. */
  field(text, { within = this.page, values } = {}) {
    return within.getByLabel(this.text(text, values), { exact: false }).filter({ visible: true }).first();
  }

  async fill(text, value, options) {
    const control = typeof text === 'string' ? this.field(text, options) : text;
    await control.fill(String(value));
    await control.blur();
  }

  /** Opens a choice, looks for a text in it, and takes the first answer that has it. */
  async choose(control, text, { search = true } = {}) {
    await control.click();
    if (search) await control.fill(text);
    const option = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: text });
    await option.first().click();
  }

  /** Hands a file over where the page asks for one. */
  async upload(place, file) {
    await place.locator('input[type="file"]').setInputFiles(file);
  }

  async sees(text, { values, ...waiting } = {}) {
    await this.page.getByText(this.text(text, values)).filter({ visible: true }).first().waitFor(waiting);
  }

  /**
   * The same for many: presses the button of the dialog, waits to the end, and closes the list of refusals if there is
   * one. Answers the refusals, each with its reason.
   */
  async agreeForMany(text) {
    const { dialog } = this;
    const agree = this.button(text, { within: dialog });
    const refusals = this.page.locator('.bulk-refusals');
    await agree.click();
    await this.page.waitForTimeout(500);
    const idle = (await agree.isVisible()) && !(await agree.locator('.ant-btn-loading-icon').count()) && !(await refusals.isVisible());
    if (idle) await agree.click(); // a dialog that was still opening has swallowed the first click
    await this.page.waitForFunction(
      () => document.querySelector('.bulk-refusals') || !document.querySelector('.ant-modal-wrap:not([style*="none"])'),
      null,
      { timeout: 180_000 },
    );
    if (!(await refusals.isVisible())) return [];
    const reasons = await refusals.locator('li').allInnerTexts();
    await this.agree('common.close');
    return reasons.map((reason) => reason.replaceAll(/\s+/g, ' '));
  }

  /** What the page refused, in its own words. */
  async refusal() {
    const note = this.page.locator('.refusal-note').filter({ visible: true }).last();
    await note.waitFor();
    return (await note.innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  /** Keeps a picture of the page when pictures were asked for. */
  async picture(title) {
    if (!this.shots) return;
    mkdirSync(this.shots, { recursive: true });
    await this.page.waitForTimeout(400);
    await this.page.screenshot({ path: join(this.shots, `walk-${this.language}-${title}.png`) });
  }
}
