// Hands what every step of every slider would do to the panel of the same page, whichever of the two is there first, and
// asks Python for it when the panel does.

export default function ({ data, setStateValue }) {
  window.schaalwijzerAnswers = data;
  window.schaalwijzerAsk = (stamp) => setStateValue('asked', stamp);
  window.schaalwijzerPanel?.takeAnswers();
}
