// One stream of counters from the simulator. Each event is the whole state of the counters, so that a missed one does no harm:
// whoever shows something asks for it again when its counter has moved.

export function live({ changed, lost }) {
  let last = {};
  const source = new EventSource("/simulator/events");
  source.addEventListener("pulse", (event) => {
    const now = JSON.parse(event.data);
    const before = last;
    last = now;
    lost(false);
    changed(now, (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));
  });
  source.addEventListener("error", () => lost(true));
}

// Runs an asynchronous task at most once at a time and not more often than every `gap` milliseconds; what is asked for
// meanwhile is one more run.
export function calmly(gap, task) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await task();
    } catch (problem) {
      console.debug(problem);
    }
    setTimeout(() => {
      running = false;
      if (again) {
        again = false;
        run();
      }
    }, gap);
  };
}
