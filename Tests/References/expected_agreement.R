# Prints the expected values of AgreementTests.swift and, with the two tables beside it, of
# AgreementCommandTests.swift, from the R packages psych and vcd. Run by hand, not by the tests:
#   Rscript expected_agreement.R made-up-pilot-first.csv made-up-pilot-second.csv
suppressMessages({library(psych); library(vcd)})
cat(R.version.string, "psych", as.character(packageVersion("psych")), "vcd",
    as.character(packageVersion("vcd")), "\n")
options(digits = 17)
show <- function(...) cat(sprintf("%.17g", c(...)), sep = ", ", "\n")

# vcd has the standard error of Fleiss, Cohen & Everitt (1969), as statsmodels has; psych 2.2.9 has another.
kappas <- function(table) {
  for (weights in c("Fleiss-Cohen", "Equal-Spacing")) {
    k <- Kappa(table, weights = weights)$Weighted
    cat(weights, "kappa, standard error, lower, upper\n")
    show(k[[1]], k[[2]], k[[1]] + qnorm(c(.025, .975)) * k[[2]])
  }
}
tables <- list(
  five = matrix(c(3, 2, 0, 0, 0, 1, 6, 3, 0, 0, 0, 2, 7, 4, 1, 0, 0, 3, 5, 2, 0, 0, 0, 1, 4), 5, byrow = TRUE),
  three = matrix(c(4, 3, 5, 2, 1, 3, 4, 5, 2), 3, byrow = TRUE),
  opposed = matrix(c(0, 1, 6, 1, 2, 1, 5, 1, 0), 3, byrow = TRUE),
  unused = matrix(c(0, 0, 0, 0, 0, 0, 5, 2, 0, 0, 0, 1, 6, 1, 0, 0, 0, 2, 4, 0, 0, 0, 0, 0, 0), 5, byrow = TRUE))
for (name in names(tables)) {
  cat("table", name, "\n")
  kappas(tables[[name]])
}
# Cohen (1968), table 1: 200 cases, three diagnoses, weights of disagreement.
cohen <- matrix(c(88, 14, 18, 10, 40, 10, 2, 6, 12), 3, byrow = TRUE)
weights <- matrix(c(0, 1, 3, 1, 0, 6, 3, 6, 0), 3)
k <- Kappa(cohen, weights = 1 - weights / 6)$Weighted
cat("Cohen 1968 kappa, standard error\n"); show(k[[1]], k[[2]])

icc <- function(x) {
  r <- suppressWarnings(suppressMessages(ICC(x, lmer = FALSE)))$results[2, ]
  show(r$ICC, r$`lower bound`, r$`upper bound`)
}
cat("Shrout & Fleiss 1979, six targets and four judges, ICC(2,1), lower, upper\n")
sf <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), ncol = 4, byrow = TRUE)
icc(sf)
first <- c(2, 2.5, 3, 3.25, 3.5, 2.75, 4, 1.5, 2.25, 3.75, 4.5, 3)
second <- c(2.25, 2.5, 3.5, 3, 4, 2.5, 4.25, 2, 2, 4, 4.5, 3.25)
cat("twelve pairs, ICC(2,1)\n"); icc(cbind(first, second))
shifted <- first + 1
cat("the same a level higher\n"); icc(cbind(first, shifted))
reversed <- rev(second)
cat("against another order\n"); icc(cbind(first, reversed))
correlation <- function(x, y) { c <- cor.test(x, y); show(c$estimate, c$conf.int) }
cat("correlations, lower, upper\n")
correlation(first, second); correlation(first, reversed)

files <- commandArgs(TRUE)
if (length(files) == 2) {
  a <- read.csv(files[1], check.names = FALSE, na.strings = c("na", "unsure", "", "."))
  b <- read.csv(files[2], check.names = FALSE, na.strings = c("na", "unsure", "", "."))
  ids <- sort(intersect(a$respondent_id, b$respondent_id))
  cat("pairs, only first, only second\n")
  show(length(ids), nrow(a) - length(ids), nrow(b) - length(ids))
  columns <- grep(".", names(a), fixed = TRUE, value = TRUE)
  p <- a[match(ids, a$respondent_id), columns]; q <- b[match(ids, b$respondent_id), columns]
  levels <- function(v) factor(v, 1:5)
  cat("statement, pairs, kappa, standard error, same, within one, mean difference, lower, upper,",
      "first: people, mean, deviation, item-rest\n")
  areas <- sub("\\..*", "", columns)
  rest <- function(d, name) {
    area <- d[, columns[areas == sub("\\..*", "", name)]]
    area <- area[complete.cases(area), ]
    if (nrow(area) < 10) return(NA)
    cor(area[, name], rowSums(area) - area[, name])
  }
  for (name in columns) {
    both <- !is.na(p[, name]) & !is.na(q[, name])
    x <- p[both, name]; y <- q[both, name]
    k <- Kappa(table(levels(x), levels(y)), weights = "Fleiss-Cohen")$Weighted
    t <- t.test(y - x)
    cat(name, ""); show(sum(both), k[[1]], k[[2]], sum(x == y), sum(abs(x - y) <= 1), mean(y - x), t$conf.int,
                    sum(!is.na(a[, name])), mean(a[, name], na.rm = TRUE), sd(a[, name], na.rm = TRUE), rest(a, name))
  }
  cat("area, pairs, ICC(2,1), lower, upper, r, lower, upper, mean difference, alpha first, alpha second\n")
  for (area in unique(areas)) {
    names <- columns[areas == area]
    x <- as.matrix(p[, names]); y <- as.matrix(q[, names])
    common <- !is.na(x) & !is.na(y)
    keep <- rowSums(common) >= length(names) / 2
    x[!common] <- NA; y[!common] <- NA
    m <- cbind(rowMeans(x, na.rm = TRUE), rowMeans(y, na.rm = TRUE))[keep, ]
    cat(area, sum(keep), ""); icc(m); correlation(m[, 1], m[, 2]); show(mean(m[, 2] - m[, 1]))
    for (d in list(a, b)) {
      d <- d[complete.cases(d[, names]), names]
      cat(nrow(d), ""); show(suppressWarnings(alpha(d, warnings = FALSE))$total$raw_alpha)
    }
  }
}
