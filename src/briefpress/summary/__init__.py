"""What the data come to: every fact that can be printed, statistics of series and timeline, formulas worked out."""

from __future__ import annotations

from briefpress.model.dataset import Dataset
from briefpress.model.summary import Summary
from briefpress.summary.facts import Known, cell_facts, dates, figure_facts
from briefpress.summary.figures import unit_groups
from briefpress.summary.series import aliases, column_summaries, reasons
from briefpress.summary.statistics import work_out
from briefpress.summary.timeline import timeline_summary

__all__ = ["summarise"]


def summarise(dataset: Dataset) -> Summary:
    """Every fact of the dataset by its reference. What could not be worked out is in the summary's problems."""
    cells, problems = cell_facts(dataset)
    columns = column_summaries(dataset)
    timeline = timeline_summary(dataset)
    stated = figure_facts(dataset) | cells | aliases(dataset, columns)
    if timeline is not None:
        stated |= {fact.ref: fact for fact in timeline.facts.values()}
    statistics = {statistic.id: statistic for statistic in reversed(dataset.brief.statistics)}
    in_order = {statistic.id: statistics[statistic.id] for statistic in dataset.brief.statistics}
    worked = work_out(Known(stated, dates(dataset), in_order, reasons(dataset, columns), dataset.unread))
    return Summary(
        dataset,
        {**worked.facts, **stated},
        tuple(worked.facts),
        columns,
        timeline,
        unit_groups(dataset),
        worked.constants,
        (*problems, *worked.problems),
    )
