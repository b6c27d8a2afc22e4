// The planner: requirements, suggestions, schedule, and what a customer's change asks for.

/** Runs planning and waits until it has run. */
export async function runPlanning(person) {
  await person.go('/planning');
  const answered = person.page.waitForResponse((response) => response.url().endsWith('/api/planning/runs'));
  await person.press('planning.run');
  if (!(await answered).ok()) throw new Error(await person.refusal());
}

/** What one order line needs: every suggestion names the order it is for and the day by which to order. */
export async function lookAtSuggestions(person, line) {
  await person.go(`/planning?line=${idOf(line)}`);
  const rows = person.page.locator('.ant-table-tbody .ant-table-row');
  await rows.first().waitFor();
  await person.picture('suggestions');
  return rows.evaluateAll((found) => found.map((row) => row.innerText.replaceAll(/\s+/g, ' ')));
}

export async function lookAtRequirements(person, line) {
  await person.go(`/planning/requirements/${idOf(line)}`);
  const rows = person.page.locator('.ant-table-tbody .ant-table-row');
  await rows.first().waitFor();
  await person.picture('requirements');
  return rows.count();
}

/** One click turns everything that is suggested for a line into purchase orders and work orders. */
export async function convertAll(person, line) {
  await person.go(`/planning?line=${idOf(line)}`);
  const all = person.button(person.pattern('planning.convertAll'));
  const none = person.page.getByText(person.text('planning.noSuggestions'));
  await all.or(none).first().waitFor();
  if (!(await all.isVisible())) return;
  await all.click();
  await person.page.getByText(person.text('planning.noSuggestions')).waitFor({ timeout: 60_000 });
}

/** Schedules, publishes what changed, and finds the order's operations on the board. */
export async function schedule(person, line) {
  await person.go('/schedule');
  await person.press('schedule.run');
  const publish = person.page.locator('.schedule-head .ant-btn-primary:not([disabled])');
  await publish.waitFor({ timeout: 60_000 });
  await publish.click();
  await person.picture('publish');
  await person.agree('schedule.publishNow');
  await person.go(line);
  await person.page.getByRole('link', { name: person.text('line.toSchedule') }).click();
  const board = person.page.locator('.board-scroll');
  await board.waitFor();
  await board.focus();
  await person.page.keyboard.press('ArrowDown');
  await person.picture('board');
}

/** Puts an operation of the open board elsewhere, then takes that step back with Ctrl-Z: nothing is left of it. */
export async function moveAndUndo(person) {
  const { page } = person;
  const board = page.locator('.board-scroll');
  await board.focus();
  if (!(await page.locator('aside.panel').isVisible())) await page.keyboard.press('ArrowDown');
  await page.locator('aside.panel').waitFor();
  await proposeLater(page);
  await page.locator('.panel-room').waitFor();
  const reason = page.locator('.panel-reason input');
  if (await reason.isVisible()) await reason.fill(person.language === 'zh' ? '试一下' : 'A trial');
  await page.locator('.panel-put').click();
  const changes = page.locator('.publish-count');
  await changes.waitFor();
  await person.picture('moved');
  await board.focus();
  await page.keyboard.press('Control+z');
  await changes.waitFor({ state: 'hidden' });
}

/** Plans backward, sees that the draft says so, and takes it back. */
export async function planBackward(person) {
  const { page } = person;
  const backward = person.text('scheduleDirection.BACKWARD');
  await page.getByRole('button', { name: person.text('schedule.ways') }).click();
  await page.locator('.ant-dropdown-menu-item').filter({ hasText: backward }).click();
  const draft = page.locator('.scenario-on').filter({ hasText: backward });
  await draft.waitFor({ timeout: 60_000 });
  await person.picture('backward');
  await person.press('schedule.undo');
  await draft.waitFor({ state: 'hidden' });
}

/** Moves the chosen bar by two days; what runs already cannot be moved, then the next one is chosen. */
async function proposeLater(page) {
  for (let bar = 0; bar < 12; bar++) {
    for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowRight');
    const said = await page.waitForFunction(() => {
      const effect = document.querySelector('.effect-figures');
      const refused = document.querySelector('.schedule-desk .refusal-note');
      return effect ? 'possible' : refused && !document.querySelector('.panel-wait') ? 'refused' : false;
    });
    if ((await said.jsonValue()) === 'possible') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error('no operation of the board can be moved');
}

/** Looks at what a change asks for; refuses one with a reason and applies the rest. */
export async function decideChanges(person, line) {
  await person.go(`/planning?tab=changes&line=${idOf(line)}`);
  const open = person.page.locator('.plan-change').filter({ has: person.page.locator('.plan-change-buttons') });
  await open.first().waitFor();
  const proposed = await open.count();
  await person.picture('changes');
  if (proposed > 1) await refuseChange(person, open.last());
  await person.page.locator('.planning-tools .ant-checkbox-input').click();
  await person.press(person.pattern('planning.applyMany'));
  return { proposed, refused: await person.agreeForMany(person.pattern('planning.applyMany')) };
}

async function refuseChange(person, change) {
  await person.press('planning.refuse', { within: change });
  const question = person.page.locator('.ant-popover:visible');
  await question.locator('input').fill(person.language === 'zh' ? '料留作库存' : 'The material stays in stock');
  await person.press('planning.refuse', { within: question });
  await question.waitFor({ state: 'hidden' });
}

export const idOf = (line) => line.split('/').at(-1);
