// Asks again for what is still on its way, ever less often, until it has arrived or the page is left.

const first = 1_000;
const slowest = 15_000;
const factor = 1.5;

/**
 * @param {() => Promise<boolean>} read draws the present state; tells whether anything is still on its way
 * @returns {() => void} starts over, at the first pace
 */
export function follow(read) {
  let timer = null;
  let wait = first;
  let isLeft = false;
  document.addEventListener('leave', () => {
    isLeft = true;
    clearTimeout(timer);
  }, { once: true });
  const next = () => {
    clearTimeout(timer);
    timer = setTimeout(step, wait);
  };
  async function step() {
    // Nobody looks: nothing is asked until somebody does.
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => { if (!isLeft) next(); }, { once: true });
      return;
    }

    wait = Math.min(slowest, wait * factor);
    // A fault on the way is told by the next full reading; here it only means to ask again.
    const goesOn = await read().catch(() => true);
    if (goesOn && !isLeft) next();
  }

  return () => {
    wait = first;
    if (!isLeft) next();
  };
}
