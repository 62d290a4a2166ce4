# bash completion for gairo
_gairo() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word words
  local commands="import sources formats list show search matrix compare trace balance timeline export present sheet stats check review config note"
  local place="--db --quiet --help --version"
  local common="$place --format --as-of --plain --color"
  local kinds="stage area risk opportunity mitigation recommendation actor region jurisdiction instrument provision component
    level licence model organisation incident observation framework framework-entry reference term"
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $commands " in *" $word "*) command=$word; break;; esac
  done
  case $previous in
  --format) words="table json csv tsv";;
  --color) words="auto always never";;
  --as-of) words="paper";;
  --kind) words=$kinds;;
  --from) words=$(gairo formats --format tsv 2>/dev/null | awk -F '\t' '$2 == "import" { print $1 }');;
  --to) words=$(gairo formats --format tsv 2>/dev/null | awk -F '\t' '$2 == "export" { print $1 }');;
  --db|--output|-o) COMPREPLY=($(compgen -f -- "$current")); return;;
  --by) words="area component";;
  --verdict) words="checked wrong";;
  --name|--date|--note) return;;
  --template) words="items recommendation brief register models law report";;
  --where|--sort|--limit|--sheet|--minutes) return;;
  *)
    case $command in
    "") words="$commands $common --fresh";;
    import) words="$common --from --dry-run --keep-going --explain --limit --shipped"; [[ $current == -* ]] || { COMPREPLY=($(compgen -f -- "$current")); return; };;
    sources) words="$common --dry-run"; [[ $current == -* ]] || words="list show remove matches match apart forget";;
    list) words="$common --where --sort"; [[ $current == -* ]] || words=$kinds;;
    search) words="$common --kind --where --limit";;
    matrix) words="$common --where --sort";;
    stats) words="$common --where";;
    review) words="$common --kind --where --verdict --name --date --note --output --dry-run"; [[ $current == -* ]] || words="list walk show mark remove export import";;
    note) words="$common --edit --clear";;
    check) words="$common --notices --rules";;
    export) words="$place --as-of --to --output --sheet --template --notes --without-notes --kind --where --sort";;
    present) words="$common --notes --minutes";;
    sheet) words="$common --kind --where --template"
      [[ $current == -* ]] || words="list show new add remove move note group cut set rename copy clear delete check fit templates";;
    config) words="$common"; [[ $current == -* ]] || words="keys";;
    compare|trace) words="$common --where";;
    balance) words="$common --by --sheet --where";;
    timeline) words="$common --kind --where";;
    *) words=$common;;
    esac;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _gairo gairo
