// Hands what every step of every slider would do to the panel of the same page, whichever of the two is there first.

export default function ({ data }) {
  window.schaalwijzerAnswers = data;
  window.schaalwijzerPanel?.takeAnswers();
}
